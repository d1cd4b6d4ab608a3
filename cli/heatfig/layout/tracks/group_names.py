"""Names of groups at an angle: over their cells, or moved apart where these have no room for all."""

from collections.abc import Iterator
from itertools import pairwise

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.texts.block import Block
from heatfig.layout.texts.spread import spread
from heatfig.plan.axis import Group
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Names:
    """The names of all groups at an angle; at an `upright` side what is along the axis is their height.

    Those that are `moved` stand apart from each other by as much as is needed, as near to their groups as can be.
    """

    groups: tuple[Group, ...]
    blocks: tuple[Block, ...]
    angle: float
    upright: bool
    moved: bool = False

    def along(self, index: int) -> float:
        """How far a name reaches along its cells."""
        return self._size(index)[1 if self.upright else 0]

    def across(self, index: int) -> float:
        """How far it reaches out."""
        return self._size(index)[0 if self.upright else 1]

    def _size(self, index: int) -> tuple[float, float]:
        if not self.groups[index].text:
            return 0.0, 0.0
        left, top, right, bottom = self.blocks[index].box((0.0, 0.0), self.angle)
        return right - left, bottom - top

    def lacking(self, cells: BandScale, clear: float) -> tuple[float, int]:
        """How much more room names need than there is, and for which one of them."""
        if self.moved:
            longest = max(range(len(self.groups)), key=self.along)
            return sum(self.along(index) for index in range(len(self.groups))) - cells.length, longest
        over = (
            (self.along(index) + clear - span(group, cells), index)
            for index, group in enumerate(self.groups)
            if group.text
        )
        return max(over, default=(0.0, 0))

    def needed_cell(self, room: float) -> float:
        """The least step from cell to cell at which they fit, with so much room about each that stays where it is."""
        if self.moved:
            return sum(self.along(index) for index in range(len(self.groups))) / self.groups[-1].end
        return max(self._steps(room), default=0.0)

    def _steps(self, room: float) -> Iterator[float]:
        for index, group in enumerate(self.groups):
            if group.text:
                yield (self.along(index) + room) / (group.end - group.first)

    def moves(self, cells: BandScale) -> list[float]:
        """How far each stands from the middle of its group."""
        return [place - middle for place, middle in zip(self.places(cells), self._middles(cells), strict=True)]

    def _middles(self, cells: BandScale) -> list[float]:
        return [(cells.starts[group.first] + cells.ends[group.end - 1]) / 2 for group in self.groups]

    def places(self, cells: BandScale) -> list[float]:
        """Where the middle of each stands."""
        middles = self._middles(cells)
        if not self.moved:
            return middles
        shown = [index for index, group in enumerate(self.groups) if group.text]
        halves = [self.along(index) / 2 for index in shown]
        steps = [one + other for one, other in pairwise(halves)]
        found = spread([middles[index] for index in shown], steps, halves[0], cells.length - halves[-1])
        places = dict(zip(shown, found, strict=True))
        return [places.get(index, middle) for index, middle in enumerate(middles)]


def span(group: Group, cells: BandScale) -> float:
    """From a group's first cell to the end of its last."""
    return cells.ends[group.end - 1] - cells.starts[group.first]
