"""Where cells stand along one axis of a grid."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from heatfig.runtime.deferred import dataclass

_APART = 1e-6


@dataclass(frozen=True)
class BandScale:
    """Where each cell begins and ends, in points from the first one's beginning.

    `step` is from cell to cell; `gap` parts the cells of a block, and a wider one its blocks.
    """

    starts: tuple[float, ...]
    ends: tuple[float, ...]
    step: float
    gap: float = 0.0

    @cached_property
    def cell(self) -> float:
        """The extent of the smallest cell."""
        return min(end - start for start, end in zip(self.starts, self.ends, strict=True))

    @property
    def length(self) -> float:
        """From the first cell's beginning to the last one's end."""
        return self.ends[-1]

    def center(self, index: int) -> float:
        """The middle of a cell."""
        return (self.starts[index] + self.ends[index]) / 2

    def at(self, cells: float) -> float:
        """Where that many cells from the beginning are: 0.5 is the middle of the first, 1 that of the gap after it."""
        index = int(cells)
        if 0 < index < len(self.starts) and index == cells:
            return (self.ends[index - 1] + self.starts[index]) / 2
        index = min(index, len(self.starts) - 1)
        return self.starts[index] + (cells - index) * (self.ends[index] - self.starts[index])

    def stands_free(self, index: int) -> bool:
        """Whether a gap, or the grid's edge, follows a cell."""
        return self._wider(index, 0.0)

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The first and the last of cells without a wider gap between them than that of all cells."""
        first = 0
        for index in range(len(self.ends)):
            if self._wider(index, self.gap):
                yield first, index
                first = index + 1

    def _wider(self, index: int, gap: float) -> bool:
        return index + 1 == len(self.starts) or self.starts[index + 1] - self.ends[index] > gap + _APART


def spaced(edges: tuple[float, ...], size: float, gap: float, breaks: tuple[int, ...], group_gap: float) -> BandScale:
    """Cells between edges that count steps of `size` points; a `gap` ends each, a wider one stands before `breaks`."""
    shifts = group_gap * np.searchsorted(breaks, np.arange(len(edges) - 1), side="right")
    starts, ends = size * np.array(edges[:-1]), size * np.array(edges[1:])
    return BandScale(tuple((starts + shifts).tolist()), tuple((ends + shifts - gap).tolist()), size, gap)


def whole(length: float) -> BandScale:
    """One cell of that length."""
    return BandScale((0.0,), (length,), length)
