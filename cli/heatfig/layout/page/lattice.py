"""Grids of panels in the columns and rows of a page, each with the room that it needs around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from heatfig.layout.around import SIDES
from heatfig.layout.page.lanes import Lane, Member, lanes, span
from heatfig.layout.scene.items import Point
from heatfig.plan.page import Area
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

Rooms = Mapping[Side, float]
OUTWARD: dict[Side, int] = {"left": -1, "right": 1, "top": -1, "bottom": 1}


@dataclass(frozen=True)
class Lattice:
    """The grids: the area, the width and height and the rooms of each; the room under some is `shared` with others."""

    areas: tuple[Area, ...]
    sizes: tuple[Point, ...]
    rooms: tuple[Rooms, ...]
    gap: float
    shared: frozenset[int] = frozenset()

    @cached_property
    def _across(self) -> list[Member]:
        return [
            Member(area.column, area.across, width, room["left"], room["right"])
            for area, (width, _), room in zip(self.areas, self.sizes, self.rooms, strict=True)
        ]

    @cached_property
    def _down(self) -> list[Member]:
        return [
            Member(area.row, area.down, height, room["top"], room["bottom"], self._free_below(number))
            for number, (area, (_, height), room) in enumerate(zip(self.areas, self.sizes, self.rooms, strict=True))
        ]

    def _free_below(self, panel: int) -> int:
        """How many places under a panel are empty."""
        area = self.areas[panel]
        below = area.row + area.down
        under = (other.row for other in self.areas if other.row >= below and _in_columns(other, area))
        return 0 if panel in self.shared else min(under, default=self._row_count) - below

    @cached_property
    def _row_count(self) -> int:
        return max(area.row + area.down for area in self.areas)

    @cached_property
    def columns(self) -> list[Lane]:
        """Left margin, grid width and right margin of each column of panels."""
        return lanes(self._across, max(area.column + area.across for area in self.areas), self.gap)

    @cached_property
    def rows(self) -> list[Lane]:
        """Upper margin, grid height and lower margin of each row of panels."""
        return lanes(self._down, self._row_count, self.gap)

    @property
    def width(self) -> float:
        """All columns with their margins and gaps."""
        return span(self.columns, self.gap)

    @property
    def height(self) -> float:
        """All rows with their margins and gaps."""
        return span(self.rows, self.gap)

    @cached_property
    def origins(self) -> list[Point]:
        """The upper left corner of each grid, from that of all panels."""
        starts = zip(self._across, self._down, strict=True)
        return [(x.start(self.columns, self.gap), y.start(self.rows, self.gap)) for x, y in starts]

    @property
    def leads(self) -> list[Point]:
        """How far before each grid its column of panels begins, and how far above it its row.

        A grid in the middle of several rows is in line with none of them.
        """
        members = zip(self._across, self._down, strict=True)
        return [
            (x.lead(self.columns, self.gap), 0.0 if y.aside(self.rows, self.gap) else y.lead(self.rows, self.gap))
            for x, y in members
        ]

    @cached_property
    def margins(self) -> dict[Side, float]:
        """From the edges of all panels to the first and last grid's."""
        return {
            "left": self.columns[0][0],
            "right": self.columns[-1][2],
            "top": self.rows[0][0],
            "bottom": self.rows[-1][2],
        }

    def reach(self, panels: Iterable[int], rooms: Sequence[Rooms] | None = None) -> dict[Side, float]:
        """How far out some grids reach at each side, or the rooms around them; to the left and upwards is below 0."""
        some = [*panels]
        return {side: max(self._edge(n, side) + (rooms[n][side] if rooms else 0.0) for n in some) for side in SIDES}

    def _edge(self, panel: int, side: Side) -> float:
        """How far out the grid of a panel reaches at a side."""
        (x, y), (width, height) = self.origins[panel], self.sizes[panel]
        edges = {"left": x, "right": x + width, "top": y, "bottom": y + height}
        return OUTWARD[side] * edges[side]

    def with_room(self, panels: Sequence[int], around: Rooms) -> "Lattice":
        """With more room around some panels together."""
        hull, rooms = self.reach(panels, self.rooms), [dict(room) for room in self.rooms]
        shared = self.shared | set(self.outermost(panels, "bottom") if around["bottom"] else ())
        for side in (side for side in SIDES if around[side]):
            for number in self.outermost(panels, side):
                rooms[number][side] = hull[side] + around[side] - self._edge(number, side)
        return replace(self, rooms=tuple(rooms), shared=shared)

    def outermost(self, panels: Sequence[int], side: Side) -> list[int]:
        """Those of some panels beyond which none of them stands at a side."""
        ends = {number: _end(self.areas[number], side) for number in panels}
        return [number for number, end in ends.items() if end == max(ends.values())]


def _in_columns(one: Area, other: Area) -> bool:
    """Whether two panels stand in one column or more."""
    return one.column < other.column + other.across and other.column < one.column + one.across


def _end(area: Area, side: Side) -> int:
    """How far out an area reaches, in rows or columns."""
    ends = {"left": -area.column, "right": area.column + area.across, "top": -area.row, "bottom": area.row + area.down}
    return ends[side]
