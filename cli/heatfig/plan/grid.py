"""Grid: which score stands in which cell, and why there is none where there is none.

Grids may be larger than memory, mapped from a file: what looks at all of one goes through it in stretches of rows.
"""

import mmap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.lib.array_utils import byte_bounds
from numpy.typing import NDArray

from heatfig.runtime.arrays import Comparable, Flags, Floats, Kinds
from heatfig.runtime.deferred import dataclass

MASKED, SCORED, NO_ROW = -2, -1, 0
STRETCH = 2**20  # bytes: what stays in a core's cache is looked at twice for little more than once


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
        return sum(int((self.kinds[rows] == MASKED).sum()) for rows in stretches(self.kinds))

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


def stretches(array: NDArray[Any], firsts: Iterable[int] | None = None) -> Iterator[slice]:
    """The rows of an array some at a time: as many as fill STRETCH, or from one of `firsts` up to the next.

    Memory that is mapped from a file, which must be shared with it, is given back once it would fill STRETCH.
    """
    if firsts is None:
        firsts = range(0, len(array), max(1, STRETCH // max(1, array[:1].nbytes)))
    mapped, held = _mapped(array), 0
    for first, end in pairwise([*firsts, len(array)]):
        yield slice(first, end)
        if mapped is not None and (array[held : end + 1].nbytes >= STRETCH or end == len(array)):
            _give_back(mapped, array[held:end])
            held = end


def holds(kinds: Kinds, kind: int) -> bool:
    """Whether any cell is of that kind; known at once of kinds that take no memory as all are one."""
    if not any(kinds.strides):
        return bool(kinds.flat[0] == kind)
    return any((kinds[rows] == kind).any() for rows in stretches(kinds))


def stretched(grid: Grid, rows: int, columns: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each of at most that many even stretches of rows, and of columns with their parts, begins."""
    return _firsts(len(grid.scores), rows), _firsts(grid.scores[0].size, columns)


def averaged(grid: Grid, down: NDArray[np.int64], across: NDArray[np.int64]) -> Grid:
    """A grid whose rows and columns cover those of another from each of these up to the next, with means of scores.

    Missing cells take no part but where nothing else is covered; there the kind of the first one stands.
    Parts become columns.
    """
    scores, kinds = grid.scores.reshape(len(grid.scores), -1), grid.kinds.reshape(len(grid.kinds), -1)
    widths = np.diff(across, append=scores.shape[1])
    means = np.stack([_means(scores[covered], across, widths) for covered in stretches(scores, down.tolist())])
    shown = np.where(np.isnan(means), kinds[np.ix_(down, across)], SCORED).astype(np.int16)
    return Grid(means[:, :, None], shown[:, :, None])


def thinned(grid: Grid, down: NDArray[np.int64], across: NDArray[np.int64]) -> Grid:
    """The same with the score in the middle of what each cell covers, as the places of texts have no mean."""
    rows, columns = len(grid.scores), grid.scores[0].size
    middle = np.ix_((down + np.append(down[1:], rows)) // 2, (across + np.append(across[1:], columns)) // 2)
    scores, kinds = grid.scores.reshape(rows, columns), grid.kinds.reshape(rows, columns)
    return Grid(scores[middle][:, :, None], kinds[middle][:, :, None])


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


def _mapped(array: NDArray[Any]) -> mmap.mmap | None:
    """The mapped file that an array is a view of, if it is one."""
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    return base if isinstance(base, mmap.mmap) else None


def _give_back(mapped: mmap.mmap, rows: NDArray[Any]) -> None:
    """Let go of the memory of some rows, which the file brings back where it is asked for."""
    start = byte_bounds(np.frombuffer(mapped, np.uint8))[0]
    low, high = (bound - start for bound in byte_bounds(rows))
    page = low // mmap.PAGESIZE * mmap.PAGESIZE
    mapped.madvise(mmap.MADV_DONTNEED, page, high - page)


def _firsts(count: int, most: int) -> NDArray[np.int64]:
    """Where each of at most `most` even stretches of `count` begins."""
    shown = min(count, most)
    return np.arange(shown) * count // shown


def _means(scores: Floats, across: NDArray[np.int64], widths: NDArray[np.int64]) -> Floats:
    """The mean score of each stretch of columns, which begin at `across`; NaN where there is none."""
    sums, counts = scores.sum(axis=0), len(scores) * widths
    lacking = np.flatnonzero(np.isnan(sums))
    if lacking.size:
        some, absent = scores.take(lacking, axis=1), np.zeros(scores.shape[1], np.int64)
        missing = np.isnan(some)
        some[missing] = 0
        sums[lacking], absent[lacking] = some.sum(axis=0), missing.sum(axis=0)
        counts = counts - np.add.reduceat(absent, across)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.add.reduceat(sums, across) / counts, np.float64)
