"""Entries → Grid: every score into its cell, and no two into one unless an aggregate says how."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heatfig.diagnostics import Place, Report
from heatfig.grid import NO_ROW, SCORED, Floats, Grid, Kinds
from heatfig.scores.groups import aggregated, numbered
from heatfig.scores.table import Scored

Codes = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Entries:
    """Scores in long form, each with the index of its cell along y, x and the parts."""

    y: Codes
    x: Codes
    part: Codes
    scores: Floats
    kinds: Kinds
    weights: Codes


_NONE = np.empty(0, np.int64)
# A matrix is placed whole, and nothing but scores leads to its cells.
NO_ENTRIES = Entries(_NONE, _NONE, _NONE, np.empty(0), np.empty(0, np.int16), _NONE)


def build(
    entries: Entries,
    shape: tuple[int, int, int],
    aggregate: str | None,
    explain: Callable[[int, int], tuple[str, Place, str]],
) -> Grid:
    """Place every entry in its cell.

    Without `aggregate`, two entries for one cell are raised as Problems in the words of
    `explain(first, second)`. Missing entries take no part in an aggregate.
    """
    flat = np.ravel_multi_index((entries.y, entries.x, entries.part), shape)
    if aggregate is None:
        _refuse_repeats(flat, explain)
    size = int(np.prod(shape))
    scores = np.full(size, np.nan)
    kinds = np.full(size, NO_ROW, np.int16)
    present = entries.kinds == SCORED
    kinds[flat[~present]] = np.iinfo(np.int16).max
    np.minimum.at(kinds, flat[~present], entries.kinds[~present])  # of several kinds the first in the spec's order
    where, values = flat[present], entries.scores[present]
    if aggregate is None:
        scores[where] = values
    else:
        where, joined = _aggregated(where, size, values, entries.weights[present], aggregate)
        scores[where] = joined
    kinds[where] = SCORED
    return Grid(scores.reshape(shape), kinds.reshape(shape))


def matrix(scored: Scored, rows: Codes, columns: Codes, shape: tuple[int, int, int]) -> Grid:
    """Place a matrix of scores: its rows and columns at those of the grid, none at the same."""
    scores, kinds = scored.values, scored.kinds
    if not (_in_place(rows, shape[0]) and _in_place(columns, shape[1])):
        scores, kinds = np.full(shape[:2], np.nan), np.full(shape[:2], NO_ROW, np.int16)
        scores[np.ix_(rows, columns)], kinds[np.ix_(rows, columns)] = scored.values, scored.kinds
    return Grid(scores.reshape(shape), kinds.reshape(shape))


def _in_place(places: Codes, count: int) -> bool:
    return len(places) == count and bool((places == np.arange(count)).all())


def _aggregated(where: Codes, size: int, values: Floats, weights: Codes, aggregate: str) -> tuple[Codes, Floats]:
    """Cells and the aggregate of the scores that fall on each; a value of weight n is the sum (for a mean) of n."""
    groups, first = numbered(where, size)
    count = len(first)
    match aggregate:
        case "mean":
            joined = aggregated(groups, count, values, "sum") / aggregated(groups, count, weights, "sum")
        case "count":
            joined = aggregated(groups, count, weights, "sum")
        case _:
            joined = aggregated(groups, count, values, aggregate)
    return where[first], joined


def _refuse_repeats(flat: Codes, explain: Callable[[int, int], tuple[str, Place, str]]) -> None:
    firsts = np.unique(flat, return_index=True)[1]
    if len(firsts) == len(flat):
        return
    repeated = np.delete(np.arange(len(flat)), firsts)
    first = dict(zip(flat[::-1].tolist(), range(len(flat) - 1, -1, -1), strict=True))
    report = Report()
    report.add_some("repeated-cell", len(repeated), lambda n: explain(first[int(flat[repeated[n]])], int(repeated[n])))
    report.check()
