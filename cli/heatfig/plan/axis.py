"""Axes of a grid: keys, ticks, groups and how wide cells are."""

from functools import cached_property
from itertools import pairwise
from typing import Literal

from heatfig.plan.key import Key
from heatfig.plan.text import Stroke, Text
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Group:
    """An outer level's label over the inner labels from `first` up to, not including, `end`."""

    text: Text
    first: int
    end: int


@dataclass(frozen=True)
class Tick:
    """A tick and its label; `at` counts cells from the grid's beginning, 0.5 being the middle of the first."""

    at: float
    text: Text


@dataclass(frozen=True)
class ReferenceLine:
    """A line across the grid; `at` counts cells as those of ticks do."""

    at: float
    text: Text
    stroke: Stroke


@dataclass(frozen=True)
class Spacing:
    """What cells are as wide as: the numbers, or moments in seconds since 1970, at which they begin and end."""

    kind: Literal["numbers", "dates"]
    edges: tuple[float, ...]  # one more than there are cells, in drawing order

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest edge."""
        return min(self.edges[0], self.edges[-1]), max(self.edges[0], self.edges[-1])

    def cells(self, number: float) -> float | None:
        """How many cells from the beginning a number stands; None beyond the edges."""
        for index, (start, end) in enumerate(pairwise(self.edges)):
            if min(start, end) <= number <= max(start, end):
                return index + (number - start) / (end - start)
        return None


@dataclass(frozen=True)
class AxisPlan:
    """One side of the grid in drawing order: the keys of the data, its ticks, and how wide cells are if not all alike.

    `rotation`, and that of the names of groups, is in degrees, counter-clockwise; None leaves it to the room that there
    is. Before each of the cells `gaps` there is a gap, as there is between groups; it is wide as usual where None.
    """

    keys: tuple[Key, ...]
    ticks: tuple[Tick, ...]
    groups: tuple[Group, ...]
    label: Text
    rotation: float | None
    lines: tuple[ReferenceLine, ...] = ()
    spacing: Spacing | None = None
    gaps: tuple[int, ...] = ()
    group_gap: float | None = None
    group_rotation: float | None = None

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The inner labels."""
        return tuple(key.label for key in self.keys)

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """Where cells begin and the last one ends, in cells of middling width from the grid's beginning."""
        if self.spacing is None:
            return tuple(map(float, range(len(self.keys) + 1)))
        first, *_, last = self.spacing.edges
        return tuple((edge - first) / (last - first) * len(self.keys) for edge in self.spacing.edges)

    @cached_property
    def narrowest(self) -> float:
        """The width of the narrowest cell, of that of a middling one."""
        return 1.0 if self.spacing is None else min(end - start for start, end in pairwise(self.edges))

    @cached_property
    def even(self) -> bool:
        """Whether all cells are of one width."""
        return self.narrowest > 1 - 1e-6

    def middling(self, at: float) -> float:
        """A place, counted in cells, in cells of middling width."""
        index = min(int(at), len(self.keys) - 1)
        return self.edges[index] + (at - index) * (self.edges[index + 1] - self.edges[index])
