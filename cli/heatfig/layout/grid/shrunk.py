"""Panels with fewer cells, for a picture that has no room for all of them."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from heatfig.plan.grid import SCORED, Grid
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import Floats
from heatfig.runtime.stretches import stretches

Starts = NDArray[np.intp]  # where stretches of rows, or of columns with their parts, begin


def shrunk(panel: PanelPlan, rows: int, columns: int) -> PanelPlan:
    """The panel with at most so many rows and columns, each of which covers an even stretch of its own."""
    scores = panel.grid.scores
    return covering(panel, starts(len(scores), rows), starts(scores[0].size, columns))


def covering(panel: PanelPlan, down: Starts, across: Starts) -> PanelPlan:
    """The panel with cells that cover its own from each of these rows and columns up to the next."""
    return replace(panel, grid=(_thinned if panel.value.categories else averaged)(panel.grid, down, across))


def starts(count: int, most: int) -> Starts:
    """Where each of at most `most` even stretches of `count` rows or columns begins."""
    shown = min(count, most)
    return np.arange(shown) * count // shown


def averaged(grid: Grid, down: Starts, across: Starts) -> Grid:
    """A grid whose cells hold the means of the scores that they cover; parts become columns.

    Missing cells take no part but where nothing else is covered; there the kind of the first one stands.
    """
    scores, kinds = grid.scores.reshape(len(grid.scores), -1), grid.kinds.reshape(len(grid.kinds), -1)
    widths = np.diff(across, append=scores.shape[1])
    means = np.stack([_means(scores[covered], across, widths) for covered in stretches(scores, down.tolist())])
    shown = np.where(np.isnan(means), kinds[np.ix_(down, across)], SCORED).astype(np.int16)
    return Grid(means[:, :, None], shown[:, :, None])


def _thinned(grid: Grid, down: Starts, across: Starts) -> Grid:
    """The same with the score in the middle of what each cell covers, as categories have no mean."""
    rows, columns = len(grid.scores), grid.scores[0].size
    middle = np.ix_((down + np.append(down[1:], rows)) // 2, (across + np.append(across[1:], columns)) // 2)
    scores, kinds = grid.scores.reshape(rows, columns), grid.kinds.reshape(rows, columns)
    return Grid(scores[middle][:, :, None], kinds[middle][:, :, None])


def _means(scores: Floats, across: Starts, widths: Starts) -> Floats:
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
