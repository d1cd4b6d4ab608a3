"""Equal numbers of scores for equal parts of the colours."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.plan.grid import Grid
from heatfig.runtime.arrays import Floats
from heatfig.scales.norms import Linear, Quantile
from heatfig.scales.norms.quantile import quantile as by_rank

MOST_RANKED = 10_000_000  # scores that are looked at; of more, rows at equal steps


def quantile(view: View, grids: Sequence[Grid]) -> Quantile | Linear:
    """The norm by the ranks of all scores."""
    found = limits(view, grids)
    return by_rank(_scores(grids), found.low, found.high)


def _scores(grids: Sequence[Grid]) -> Floats:
    """The scores of some grids, of very large ones a part."""
    step = max(1, sum(grid.scores.size for grid in grids) // MOST_RANKED)
    parts = [grid.scores[::step].ravel() for grid in grids]
    return np.concatenate([part[~np.isnan(part)] for part in parts])
