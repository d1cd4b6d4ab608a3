"""Grid: which score stands in which cell, and why there is none where there is none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Kinds = NDArray[np.int16]

SCORED, NO_ROW = -1, 0


@dataclass(frozen=True, eq=False)
class Grid:
    """Scores of shape (rows, columns, parts), NaN where there is none.

    `kinds` has the same shape: -1 where there is a score, 0 where no row or an empty field is,
    k where the k-th missing token of the spec stands.
    """

    scores: Floats
    kinds: Kinds


def averaged(grid: Grid, rows: int, columns: int) -> Grid:
    """A grid of at most that many rows and columns, each cell the mean of the scores of those that it covers.

    Missing cells take no part but where nothing else is covered; there the kind of the first one stands.
    Parts become columns.
    """
    scores, kinds = grid.scores.reshape(len(grid.scores), -1), grid.kinds.reshape(len(grid.kinds), -1)
    down, across = _firsts(scores.shape[0], rows), _firsts(scores.shape[1], columns)
    ends = [*down[1:].tolist(), len(scores)]
    means = np.stack([_means(scores[a:b], across) for a, b in zip(down.tolist(), ends, strict=True)])
    shown = np.where(np.isnan(means), kinds[np.ix_(down, across)], SCORED).astype(np.int16)
    return Grid(means[:, :, None], shown[:, :, None])


def _firsts(count: int, most: int) -> NDArray[np.int64]:
    """Where each of at most `most` even stretches of `count` begins."""
    shown = min(count, most)
    return np.arange(shown) * count // shown


def _means(scores: Floats, across: NDArray[np.int64]) -> Floats:
    """The mean score of each stretch of columns; NaN where there is none."""
    present = ~np.isnan(scores)
    sums = np.add.reduceat(np.where(present, scores, 0.0).sum(axis=0), across)
    counts = np.add.reduceat(present.sum(axis=0), across)
    with np.errstate(invalid="ignore"):
        return np.asarray(sums / counts, np.float64)
