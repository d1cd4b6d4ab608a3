"""Margins: cells of their own beside those of the grid."""

from collections.abc import Iterator
from itertools import groupby

from heatfig.layout.band import Along, Band, Setting, Slot
from heatfig.layout.band_scale import BandScale
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item, Lines
from heatfig.layout.style import BLEED, HAIRLINE, Style
from heatfig.layout.tracks.heading import End, heading_end
from heatfig.plan.tracks.margin import Margin
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

LARGEST = 24.0  # points, of a cell without a text


@dataclass(frozen=True)
class MarginBand(Band):
    """A row of cells with their texts and their label measured; framed where the grid is."""

    plan: Margin
    texts: tuple[Block, ...]
    label: Block | None
    end: End
    framed: bool
    slot: Slot
    style: Style

    def _size(self, along: Along) -> float:
        """How far its cells reach out: as wide as they are high, or as their texts need."""
        pad = 2 * self.style.cell_room
        wide = [text.width if self.slot.upright else text.height for text in self.texts]
        return max([min(along.cells.cell, LARGEST), *(each + pad for each in wide)])

    def _middle(self, along: Along) -> float:
        """How far out its middle is; a wider label does not reach back over the grid."""
        return self.style.track_gap + max(self._size(along), self._label_width) / 2

    @property
    def _label_width(self) -> float:
        if self.label is None:
            return 0.0
        return self.label.width if self.slot.upright else self.label.height

    def depth(self, along: Along) -> float:
        """A gap and the cells, or the label."""
        return self._middle(along) + max(self._size(along), self._label_width) / 2

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # does not turn with tick labels
        """The least step at which each text fits its cell."""
        pad = 2 * self.style.cell_pad
        return max([0.0, *((text.height if self.slot.upright else text.width) + pad for text in self.texts)])

    def overhang(self, along: Along) -> tuple[float, float]:  # noqa: ARG002  # the label alone sticks out
        """The label."""
        if self.label is None:
            return 0.0, 0.0
        return self.end.overhang(self.style.label_gap + (self.label.height if self.slot.upright else self.label.width))

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The cells, their frames, their texts and the label."""
        cells, middle, half = along.cells, self._middle(along), self._size(along) / 2
        for index, color in enumerate(self.plan.colors):
            if color is not None:
                bleed = 0.0 if cells.stands_free(index) else BLEED
                ends = (cells.starts[index], cells.ends[index] + bleed)
                yield edge.rect(self.slot.role("margin", index), ends, (middle - half, middle + half), color)
        if self.framed:
            corners = ((0, -half), (1, -half), (1, half), (0, half), (0, -half))
            strokes = (tuple(edge.point(run[at], middle + out) for at, out in corners) for run in self._runs(cells))
            yield Lines(self.slot.role("margin frame"), tuple(strokes), ink, HAIRLINE)
        for index, (text, color) in enumerate(zip(self.texts, self.plan.inks, strict=True)):
            at = edge.point(cells.center(index), middle)
            pivot = (text.width / 2, text.middle)
            yield from text.words(self.slot.role("margin text", index), at, pivot, 0, 0.5, color)
        if self.label is not None:
            yield from self._draw_label(self.label, along, edge, ink)

    def _runs(self, cells: BandScale) -> Iterator[tuple[float, float]]:
        """Where cells that have a colour begin and end, some without a wider gap between them together."""
        for first, last in cells.blocks():
            for some, run in groupby(range(first, last + 1), lambda index: self.plan.colors[index] is not None):
                if some:
                    framed = list(run)
                    yield cells.starts[framed[0]], cells.ends[framed[-1]]

    def _draw_label(self, label: Block, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        long = label.height if self.slot.upright else label.width
        at = edge.point(self.end.at(along.cells, self.style.label_gap + long / 2), self._middle(along))
        pivot = (label.width / 2, (label.top + label.bottom) / 2)
        yield from label.words(self.slot.role("margin label"), at, pivot, 0, 0.5, ink)


def margin_band(setting: Setting, plan: Margin) -> MarginBand:
    """Measure the texts of a margin and its label."""
    face, style, slot = setting.face, setting.style, setting.slot
    texts = tuple(block(face, text, style.base) for text in plan.texts)
    label = block(face, plan.label, style.base) if plan.label else None
    framed = setting.panel.frame is not None
    return MarginBand(plan, texts, label, heading_end(slot.side), framed, slot, style)
