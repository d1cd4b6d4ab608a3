"""Lines around cells that stand together."""

from collections.abc import Callable, Iterable, Iterator

from heatfig.layout.grid.frame import CellFrame
from heatfig.layout.scene.items import Point
from heatfig.runtime.deferred import dataclass

Place = tuple[int, int]  # the row and the column of a cell
Corner = tuple[int, int]  # the lattice line before a row or after the last, and before a column or after the last


@dataclass(frozen=True)
class _Stretch:
    """One side of one cell, clockwise, from a corner of the lattice to the next; `at` is where it stands across."""

    cell: Place
    start: Corner
    end: Corner
    at: float

    @property
    def level(self) -> bool:
        return self.start[0] == self.end[0]


def contours(
    frame: CellFrame, cells: Iterable[Place], inset: float = 0.0, among: Callable[[Place], bool] | None = None
) -> Iterator[tuple[Point, ...]]:
    """The closed lines around some cells; gaps between neighbours are crossed straight.

    `among` says which cells they stand among, where `cells` are not all of these.
    """
    left: dict[Corner, list[_Stretch]] = {}
    for stretch in _stretches(frame, cells, inset, among or frozenset(cells).__contains__):
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


def _taken(left: dict[Corner, list[_Stretch]], before: _Stretch) -> _Stretch | None:
    """The stretch that follows: where two shapes touch at a corner, that of the same cell."""
    left[before.start].remove(before)
    if not left[before.start]:
        del left[before.start]
    choices = left.get(before.end, [])
    return min(choices, key=lambda stretch: stretch.cell != before.cell, default=None)


def _stretches(
    frame: CellFrame, cells: Iterable[Place], inset: float, among: Callable[[Place], bool]
) -> Iterator[_Stretch]:
    """The sides at which no neighbour stands, a little within their cells."""
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
            if not among(neighbour):
                yield _Stretch((row, column), corners[number], corners[(number + 1) % 4], at)


def _meeting(one: _Stretch, other: _Stretch) -> Point:
    """The corner of a level and an upright stretch."""
    return (other.at, one.at) if one.level else (one.at, other.at)
