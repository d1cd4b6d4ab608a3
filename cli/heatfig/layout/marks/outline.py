"""Outlines of cells, within these, so that no neighbour covers them."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from heatfig.layout.frame import Cell, CellFrame
from heatfig.layout.role import Role
from heatfig.layout.scene import Lines, Point
from heatfig.layout.stroke import stroked
from heatfig.plan.marks.outline import Outline
from heatfig.runtime.deferred import dataclass

Corner = tuple[int, int]  # the lattice line before a row or after the last, and before a column or after the last


@dataclass(frozen=True)
class _Stretch:
    """One side of one cell, clockwise, from a corner of the lattice to the next; `at` is where it stands across."""

    cell: tuple[int, int]
    start: Corner
    end: Corner
    at: float

    @property
    def level(self) -> bool:
        return self.start[0] == self.end[0]


@dataclass(frozen=True)
class MeasuredOutline:
    """A line around each cell, or one around each shape of neighbours."""

    plan: Outline

    def room(self, size: float) -> tuple[float, float]:  # noqa: ARG002  # has no texts
        """None: it may run close to a text."""
        return 0.0, 0.0

    def in_cell(self, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Lines]:
        """The line around one cell; where cells are split it comes with the last part."""
        row, column, part = cell
        if not self.plan.union and part == frame.parts - 1 and self.plan.where[row, column]:
            yield self._lines(frame, [(row, column)], replace(role, kind="outline", part=None))

    def over(self, frame: CellFrame, image: bool) -> Iterator[Lines]:
        """The lines around shapes of neighbours, and those around the cells of an image."""
        cells = [(row, column) for row, column in np.argwhere(self.plan.where).tolist()]
        if cells and self.plan.union:
            yield self._lines(frame, cells, Role("outline", frame.panel))
        elif image:
            for row, column in cells:
                yield self._lines(frame, [(row, column)], Role("outline", frame.panel, row, column))

    def _lines(self, frame: CellFrame, cells: list[tuple[int, int]], role: Role) -> Lines:
        return stroked(role, tuple(_loops(frame, cells, self.plan.stroke.width / 2)), self.plan.stroke, frame.ink)


def _loops(frame: CellFrame, cells: list[tuple[int, int]], inset: float) -> Iterator[tuple[Point, ...]]:
    """The closed lines around some cells; gaps between neighbours are crossed straight."""
    left: dict[Corner, list[_Stretch]] = {}
    for stretch in _stretches(frame, cells, inset):
        left.setdefault(stretch.start, []).append(stretch)
    while left:
        loop: list[_Stretch] = []
        following: _Stretch | None = next(iter(left.values()))[0]
        while following is not None:
            loop.append(following)
            following = _taken(left, following)
        corners = [
            _meeting(one, other)
            for one, other in zip(loop, loop[1:] + loop[:1], strict=True)
            if one.level != other.level
        ]
        yield (*corners, corners[0])


def _taken(left: dict[Corner, list[_Stretch]], before: _Stretch) -> "_Stretch | None":
    """The stretch that follows: where two shapes touch at a corner, that of the same cell."""
    left[before.start].remove(before)
    if not left[before.start]:
        del left[before.start]
    choices = left.get(before.end, [])
    return min(choices, key=lambda stretch: stretch.cell != before.cell, default=None)


def _stretches(frame: CellFrame, cells: list[tuple[int, int]], inset: float) -> Iterator[_Stretch]:
    """The sides at which no neighbour stands, a little within their cells."""
    among = set(cells)
    (x, y), columns, rows = frame.origin, frame.x, frame.y
    for row, column in cells:
        corners = (row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)
        sides = (
            ((row - 1, column), y + rows.starts[row] + inset),
            ((row, column + 1), x + columns.ends[column] - inset),
            ((row + 1, column), y + rows.ends[row] - inset),
            ((row, column - 1), x + columns.starts[column] + inset),
        )
        for number, (neighbour, at) in enumerate(sides):
            if neighbour not in among:
                yield _Stretch((row, column), corners[number], corners[(number + 1) % 4], at)


def _meeting(one: _Stretch, other: _Stretch) -> Point:
    """The corner of a level and an upright stretch."""
    return (other.at, one.at) if one.level else (one.at, other.at)
