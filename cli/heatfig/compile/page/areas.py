"""Where panels stand: in rows one after the other, or as a grid of their names."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import assert_never

from heatfig.language.model.figure import Figure
from heatfig.plan.page import Area
from heatfig.scales.sides import Side

MOST_FACETS = 4  # in a row, where the spec does not say


def areas(figure: Figure, ids: Sequence[str]) -> list[Area]:
    """The area of each panel."""
    grid = figure.layout.grid
    return in_rows(len(ids), _across(figure, len(ids))) if grid is None else [_area(grid, name) for name in ids]


def in_rows(count: int, across: int) -> list[Area]:
    """Areas of so many panels, so many of them in a row."""
    return [Area(*divmod(index, across)) for index in range(count)]


def beside(one: Area, other: Area, side: Side) -> bool:
    """Whether the other stands right at that side of the one, in line with it."""
    match side:
        case "left":
            return beside(other, one, "right")
        case "top":
            return beside(other, one, "bottom")
        case "right":
            return (one.row, one.down) == (other.row, other.down) and one.column + one.across == other.column
        case "bottom":
            return (one.column, one.across) == (other.column, other.across) and one.row + one.down == other.row
        case _:
            assert_never(side)


def bounds(areas: Iterable[Area]) -> Area:
    """The rectangle around some areas."""
    held = list(areas)
    row, column = min(area.row for area in held), min(area.column for area in held)
    down = max(area.row + area.down for area in held) - row
    return Area(row, column, down, max(area.column + area.across for area in held) - column)


def meet(one: Area, other: Area) -> bool:
    """Whether two areas share a place."""
    level = one.column < other.column + other.across and other.column < one.column + one.across
    return level and one.row < other.row + other.down and other.row < one.row + one.down


def _across(figure: Figure, count: int) -> int:
    """Panels in a row: as asked, else all of them; more facets than stand in a row are shared out over even rows."""
    across = figure.layout.across if figure.facet is None else figure.facet.across or figure.layout.across
    if isinstance(across, int):
        return min(across, count)
    return count if across == "all" or figure.facet is None else ceil(count / ceil(count / MOST_FACETS))


def _area(grid: Sequence[Sequence[str | None]], name: str) -> Area:
    """The rectangle that the name fills."""
    held = [(row, column) for row, names in enumerate(grid) for column, one in enumerate(names) if one == name]
    (row, column), (last_row, last_column) = held[0], held[-1]
    return Area(row, column, last_row - row + 1, last_column - column + 1)
