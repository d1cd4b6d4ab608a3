"""Scores at their cells: rows one by one or by an aggregate, a matrix as a whole, as a view where its order allows."""

import numpy as np

from heatfig.data.aggregates import aggregate_of
from heatfig.data.columns.arrays import Codes, Floats, Kinds, Numbers
from heatfig.data.columns.groupby import numbered
from heatfig.data.columns.views import direction
from heatfig.data.entries import Entries
from heatfig.data.pivot.duplicates import Explain, refuse_duplicates
from heatfig.data.table import weights_of
from heatfig.plan.grid import NO_ROW, SCORED, Grid
from heatfig.runtime.stretches import stretches
from heatfig.scales.words import Using


def place_entries(entries: Entries, numbers: Numbers, using: Using | None, explain: Explain) -> Grid:
    """Place every entry in its cell.

    Without an aggregate, two entries for one cell are raised as Problems in the words of `explain(first, second)`.
    Missing entries take no part in an aggregate.
    """
    flat, shape = entries.flat, entries.shape
    assert flat is not None
    if using is None:
        refuse_duplicates(flat, explain)
    size = int(np.prod(shape))
    scores = np.full(size, np.nan)
    kinds = np.full(size, NO_ROW, np.int16)
    present = numbers.kinds == SCORED
    kinds[flat[~present]] = np.iinfo(np.int16).max
    np.minimum.at(kinds, flat[~present], numbers.kinds[~present])  # of several kinds the first in the spec's order
    where, values = flat[present], numbers.values[present]
    if using is None:
        scores[where] = values
    else:
        groups, first = numbered(where, size)
        where = where[first]
        scores[where] = aggregate_of(groups, len(first), values, weights_of(entries.table)[present], using)
    kinds[where] = SCORED
    return Grid(scores.reshape(shape), kinds.reshape(shape))


def place_matrix(numbers: Numbers, rows: Codes, columns: Codes, shape: tuple[int, int, int]) -> Grid:
    """Place a matrix of scores: its rows and columns at those of the grid, none at the same.

    Where they stand in the grid's order, or against it, nothing is copied.
    """
    scores, kinds = numbers.values, numbers.kinds
    down, across = direction(rows, shape[0]), direction(columns, shape[1])
    if down and across:
        scores, kinds = scores[::down, ::across], kinds[::down, ::across]
    else:
        scores, kinds = _moved(numbers, rows, columns, (shape[0], shape[1]))
    return Grid(scores.reshape(shape), kinds.reshape(shape))


def _moved(numbers: Numbers, rows: Codes, columns: Codes, shape: tuple[int, int]) -> tuple[Floats, Kinds]:
    """Scores and kinds at their places; kinds that take no memory still take none where nothing is empty."""
    scores, kinds = np.full(shape, np.nan), numbers.kinds
    if any(kinds.strides) or shape != kinds.shape:
        kinds = np.full(shape, NO_ROW, np.int16)
    for some in stretches(numbers.values):
        at = np.ix_(rows[some], columns)
        scores[at] = numbers.values[some]
        if kinds is not numbers.kinds:
            kinds[at] = numbers.kinds[some]
    return scores, kinds
