"""Strips: a colour beside each cell, with names of categories on their blocks."""

from collections.abc import Iterator

from heatfig.layout.band import Along, Band, Tight
from heatfig.layout.edge import Edge
from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.scene.items import Item
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import BLEED, Style
from heatfig.layout.texts.block import Block, block
from heatfig.layout.tracks.heading import End, EndName, heading_end, turned_name
from heatfig.layout.tracks.thickness import path_of, too_thin
from heatfig.plan.sources import PlanPath
from heatfig.plan.tracks.strip import BlockName, Strip
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class StripBand(Band):
    """A strip of one colour a cell or, where cells are split, one a part; names and label are measured."""

    plan: Strip
    names: tuple[tuple[BlockName, Block], ...]
    label: Block | None
    turned: EndName | None
    end: End
    path: PlanPath
    slot: Slot
    style: Style

    @property
    def _thickness(self) -> float:
        """As thick as is said, else as names need it."""
        return self.plan.thickness or max(self.style.strip, self._named)

    @property
    def _named(self) -> float:
        """How thick names need it."""
        return max((name.height + 2 * self.style.cell_pad for _, name in self.names), default=0.0)

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # names lie along the cells
        """That it is too thin for the names on its blocks."""
        yield from too_thin(self.plan.thickness, self._named, "the names of its blocks", self.path)

    @property
    def _middle(self) -> float:
        """How far out its middle is; a label that is thicker does not reach back over the grid."""
        return self.style.strip_gap + max(self._thickness, self._label_height) / 2

    @property
    def _label_height(self) -> float:
        """How thick its label is."""
        if self.turned is not None:
            return 2 * self.turned.half
        return self.label.height if self.label is not None else 0.0

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the strip, or its label."""
        return self._middle + max(self._thickness, self._label_height) / 2

    def beyond(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A label that is turned."""
        return self.turned.beyond(max(self._thickness, self._label_height) / 2) if self.turned is not None else 0.0

    def inset(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """What stands before the label, which alone sticks out."""
        return self._middle - (self._label_height or self._thickness) / 2

    def overhang(self, along: Along) -> tuple[float, float]:  # noqa: ARG002  # the label alone sticks out
        """The label."""
        if self.turned is not None:
            return self.end.overhang(self.turned.past)
        return self.end.overhang(self.style.tick_pad + self.label.width) if self.label else (0.0, 0.0)

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # does not turn with tick labels
        """The least step at which every name fits on its block."""
        lengths = [(name.width + 2 * self.style.clearance) / (at.end - at.first) for at, name in self.names]
        return max(lengths, default=0.0)

    def _end(self, cells: BandScale, index: int) -> float:
        """Where the colour beside a cell ends: no gap parts the cells over which a name is written."""
        if any(at.first <= index < at.end - 1 for at, _ in self.names):
            return cells.starts[index + 1] + BLEED
        follows = not cells.stands_free(index) and self.plan.colors[index + 1][0] is not None
        return cells.ends[index] + BLEED * follows

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Rectangles that lie exactly beside their cells, each reaching under the next, and the texts on them."""
        cells, half = along.cells, self._thickness / 2
        out = (self._middle - half, self._middle + half)
        for index, colors in enumerate(self.plan.colors):
            width = (cells.ends[index] - cells.starts[index]) / len(colors)
            for part, color in enumerate(colors):
                if color is not None:
                    low = cells.starts[index] + part * width
                    last = part + 1 == len(colors)
                    high = self._end(cells, index) if last else low + width + BLEED
                    yield edge.rect(self.slot.role("strip", index, part), (low, high), out, color)
        turn = 90.0 if self.slot.upright else 0.0
        for index, (at, name) in enumerate(self.names):
            middle = (cells.starts[at.first] + cells.ends[at.end - 1]) / 2
            where = edge.point(middle, self._middle)
            pivot = (name.width / 2, name.middle)
            yield from name.text_runs(self.slot.role("strip name", index), where, pivot, turn, 0.5, at.color)
        if self.turned is not None:
            yield from self.turned.draw(self.slot.role("strip label"), cells, edge, self._middle, ink)
        elif self.label is not None:
            past = self.style.tick_pad + self.label.width / 2
            where = edge.point(self.end.at(cells, past), self._middle)
            pivot = (self.label.width / 2, self.label.middle)
            yield from self.label.text_runs(self.slot.role("strip label"), where, pivot, turn, 0.5, ink)


def strip_band(setting: Setting, plan: Strip) -> StripBand:
    """Measure the names of a strip and its label."""
    face, style = setting.face, setting.style
    names = tuple((name, block(face, name.text, style.base)) for name in plan.names)
    label = block(face, plan.label, style.base) if plan.label else None
    end = heading_end(setting, rise=label.width if label else 0.0)
    turned = turned_name(label, end, setting.slot.side, style.label_gap)
    return StripBand(plan, names, label, turned, end, path_of(setting.slot), setting.slot, style)
