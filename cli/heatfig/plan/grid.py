"""Grid: which score stands in which cell, and why there is none where there is none."""

from dataclasses import replace
from functools import cached_property

import numpy as np

from heatfig.runtime.arrays import Comparable, Flags, Floats, Kinds
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.stretches import stretches

MASKED, SCORED, NO_ROW = -2, -1, 0


@dataclass(frozen=True)
class Extent:
    """From which score to which a grid runs, the flat index of the first cell with each, and how many are missing."""

    low: float
    high: float
    low_at: int
    high_at: int
    missing: int


@dataclass(frozen=True, eq=False)
class Grid(Comparable):
    """Scores of shape (rows, columns, parts), NaN where there is none.

    `kinds` has the same shape: -1 where there is a score, 0 where no row or an empty field is,
    k where the k-th missing token of the spec stands, -2 where a mask hides the cell.
    """

    scores: Floats
    kinds: Kinds

    @cached_property
    def extent(self) -> Extent:
        """Of its scores; limits of NaN where all are missing."""
        found = Extent(np.nan, np.nan, 0, 0, 0)
        for rows in stretches(self.scores):
            found = _extended(found, self.scores[rows], rows.start * self.scores[0].size)
        return replace(found, missing=found.missing - self.hidden) if found.missing else found

    @cached_property
    def whole(self) -> bool:
        """Whether all scores are whole numbers."""
        found = (self.scores[rows] for rows in stretches(self.scores))
        return all(bool((np.isnan(scores) | (scores == np.floor(scores))).all()) for scores in found)

    @cached_property
    def hidden(self) -> int:
        """How many cells a mask hides."""
        if not holds(self.kinds, MASKED):
            return 0
        return sum(int(np.count_nonzero(self.kinds[rows] == MASKED)) for rows in stretches(self.kinds))

    @cached_property
    def codes(self) -> tuple[int, ...]:
        """The scores that are there, where each is the place of a category."""
        found: set[float] = set()
        for rows in stretches(self.scores):
            found.update(np.unique(self.scores[rows]).tolist())
        return tuple(sorted(int(code) for code in found if not np.isnan(code)))

    @property
    def shown(self) -> Flags | None:
        """The cells that no mask hides; None where there is no mask."""
        return self.kinds != MASKED if holds(self.kinds, MASKED) else None


def holds(kinds: Kinds, kind: int) -> bool:
    """Whether any cell is of that kind; known at once of kinds that take no memory as all are one."""
    if not any(kinds.strides):
        return bool(kinds.flat[0] == kind)
    return any((kinds[rows] == kind).any() for rows in stretches(kinds))


def _extended(found: Extent, scores: Floats, start: int) -> Extent:
    """An extent with some more scores, the first of which has the flat index `start`."""
    missing, low_at, high_at = 0, int(scores.argmin()), int(scores.argmax())
    if np.isnan(scores.flat[low_at]):
        missing = int(np.isnan(scores).sum())
        if missing == scores.size:
            return replace(found, missing=found.missing + missing)
        low_at, high_at = int(np.nanargmin(scores)), int(np.nanargmax(scores))
    low, high = float(scores.flat[low_at]), float(scores.flat[high_at])
    lower, higher = not found.low <= low, not found.high >= high
    return Extent(
        low if lower else found.low,
        high if higher else found.high,
        start + low_at if lower else found.low_at,
        start + high_at if higher else found.high_at,
        found.missing + missing,
    )
