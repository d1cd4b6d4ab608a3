"""Entries → Grid: every score into its cell, and no two into one unless an aggregate says how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns import Scored
from heatfig.data.groupby import aggregated, numbered
from heatfig.diagnostics import Place, Report
from heatfig.plan.grid import NO_ROW, SCORED, Grid, stretches
from heatfig.runtime.arrays import Floats, Kinds

Codes = NDArray[np.int64]
FEW = 3  # repeats that are each told, as they may be slips


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
        refuse_repeats(flat, explain)
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
    """Place a matrix of scores: its rows and columns at those of the grid, none at the same.

    Where they stand in the grid's order, or against it, nothing is copied.
    """
    scores, kinds = scored.values, scored.kinds
    down, across = _direction(rows, shape[0]), _direction(columns, shape[1])
    if down and across:
        scores, kinds = scores[::down, ::across], kinds[::down, ::across]
    else:
        scores, kinds = _moved(scored, rows, columns, (shape[0], shape[1]))
    return Grid(scores.reshape(shape), kinds.reshape(shape))


def _direction(places: Codes, count: int) -> Literal[1, -1] | None:
    """1 where all `count` places stand in order, -1 where they stand against it."""
    order = np.arange(count)
    if np.array_equal(places, order):
        return 1
    return -1 if np.array_equal(places, order[::-1]) else None


def _moved(scored: Scored, rows: Codes, columns: Codes, shape: tuple[int, int]) -> tuple[Floats, Kinds]:
    """Scores and kinds at their places; kinds that take no memory still take none where nothing is empty."""
    scores, kinds = np.full(shape, np.nan), scored.kinds
    if any(kinds.strides) or shape != kinds.shape:
        kinds = np.full(shape, NO_ROW, np.int16)
    for some in stretches(scored.values):
        at = np.ix_(rows[some], columns)
        scores[at] = scored.values[some]
        if kinds is not scored.kinds:
            kinds[at] = scored.kinds[some]
    return scores, kinds


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


def refuse_repeats(places: Codes, explain: Callable[[int, int], tuple[str, Place, str]]) -> None:
    """Raise Problems for places that are there again, in the words of `explain(first, second)`.

    Of more than a few, which one aggregate would mend, the first is told and how many there are.
    """
    distinct, firsts = np.unique(places, return_index=True)
    if len(firsts) == len(places):
        return
    repeated = np.delete(np.arange(len(places)), firsts)
    few = len(repeated) <= FEW

    def told(number: int) -> tuple[str, Place, str]:
        again = int(repeated[number])
        message, place, hint = explain(int(firsts[np.searchsorted(distinct, places[again])]), again)
        return message if few else f"{message}; {len(repeated) - 1:,} more such repeats follow", place, hint

    report = Report()
    report.add_some("repeated-cell", len(repeated) if few else 1, told)
    report.check()
