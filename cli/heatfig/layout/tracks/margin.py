"""Margins: cells of their own beside those of the grid."""

from collections.abc import Iterator
from itertools import groupby

from heatfig.layout.band import Along, Band
from heatfig.layout.edge import Edge
from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.scene.items import Item, Lines
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import BLEED, HAIRLINE, Style
from heatfig.layout.texts.block import Block, block
from heatfig.layout.texts.typeface import Typeface
from heatfig.layout.tracks.heading import End, EndName, heading_end, turned_name
from heatfig.plan.tracks.margin import Margin
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

LARGEST = 24.0  # points, of a cell without a text


@dataclass(frozen=True)
class MarginBand(Band):
    """A row of cells with their texts and their label measured; framed where the grid is."""

    plan: Margin
    face: Typeface
    label: Block | None
    turned: EndName | None
    end: End
    framed: bool
    slot: Slot
    style: Style

    def _size(self, along: Along) -> float:
        """How far its cells reach out: as wide as they are high, or as their texts need."""
        pad = 2 * self.style.cell_room
        wide = [self.slot.across(text) for text in self._texts(self.style.base)]
        return max([min(along.cells.cell, LARGEST), *(each + pad for each in wide)])

    def _middle(self, along: Along) -> float:
        """How far out its middle is; a wider label does not reach back over the grid."""
        return self.style.track_gap + max(self._size(along), self._label_width) / 2

    @property
    def _label_width(self) -> float:
        if self.turned is not None:
            return 2 * self.turned.half
        if self.label is None:
            return 0.0
        return self.slot.across(self.label)

    def inset(self, along: Along) -> float:
        """What stands before the label, which alone sticks out."""
        return self._middle(along) - self._label_width / 2

    def depth(self, along: Along) -> float:
        """A gap and the cells, or the label."""
        return self._middle(along) + max(self._size(along), self._label_width) / 2

    def beyond(self, along: Along) -> float:
        """A label that is turned."""
        return self.turned.beyond(max(self._size(along), self._label_width) / 2) if self.turned is not None else 0.0

    def _texts(self, size: float) -> list[Block]:
        """Its texts in the size of those in cells."""
        return [block(self.face, text, size) for text in self.plan.texts]

    def room(self, size: float) -> tuple[float, float]:
        """The widest of its texts under columns, and the height of digits."""
        wide = max((text.width for text in self._texts(size)), default=0.0)
        return 0.0 if self.slot.upright else wide, 2 * self.face.half * size if wide else 0.0

    def overhang(self, along: Along) -> tuple[float, float]:  # noqa: ARG002  # the label alone sticks out
        """The label."""
        if self.turned is not None:
            return self.end.overhang(self.turned.past)
        if self.label is None:
            return 0.0, 0.0
        return self.end.overhang(self.style.label_gap + self.slot.along(self.label))

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The cells, their frames, their texts and the label."""
        cells, middle, half = along.cells, self._middle(along), self._size(along) / 2
        for index, color in enumerate(self.plan.colors):
            if color is not None:
                follows = not cells.stands_free(index) and self.plan.colors[index + 1] is not None
                ends = (cells.starts[index], cells.ends[index] + BLEED * follows)
                yield edge.rect(self.slot.role("margin", index), ends, (middle - half, middle + half), color)
        if self.framed:
            corners = ((0, -half), (1, -half), (1, half), (0, half), (0, -half))
            strokes = (tuple(edge.point(run[at], middle + out) for at, out in corners) for run in self._runs(cells))
            yield Lines(self.slot.role("margin frame"), tuple(strokes), ink, HAIRLINE)
        for index, (text, color) in enumerate(zip(self._texts(along.text), self.plan.inks, strict=True)):
            at = edge.point(cells.center(index), middle)
            pivot = (text.width / 2, text.middle)
            yield from text.text_runs(self.slot.role("margin text", index), at, pivot, 0, 0.5, color)
        if self.turned is not None:
            yield from self.turned.draw(self.slot.role("margin label"), cells, edge, middle, ink)
        elif self.label is not None:
            yield from self._draw_label(self.label, along, edge, ink)

    def _runs(self, cells: BandScale) -> Iterator[tuple[float, float]]:
        """Where cells that have a colour begin and end, some without a wider gap between them together."""
        for first, last in cells.blocks():
            for some, run in groupby(range(first, last + 1), lambda index: self.plan.colors[index] is not None):
                if some:
                    framed = list(run)
                    yield cells.starts[framed[0]], cells.ends[framed[-1]]

    def _draw_label(self, label: Block, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        long = self.slot.along(label)
        at = edge.point(self.end.at(along.cells, self.style.label_gap + long / 2), self._middle(along))
        pivot = (label.width / 2, (label.top + label.bottom) / 2)
        yield from label.text_runs(self.slot.role("margin label"), at, pivot, 0, 0.5, ink)


def margin_band(setting: Setting, plan: Margin) -> MarginBand:
    """Measure the texts of a margin and its label."""
    face, style, slot = setting.face, setting.style, setting.slot
    label = block(face, plan.label, style.base) if plan.label else None
    framed = setting.panel.frame is not None
    end = heading_end(setting)
    turned = turned_name(label, end, slot.side, style.label_gap)
    return MarginBand(plan, face, label, turned, end, framed, slot, style)
