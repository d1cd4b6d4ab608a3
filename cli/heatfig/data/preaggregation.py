"""Aggregates rows of one cell as they are read, so that memory grows with the figure and not with the file."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal, assert_never

import numpy as np

from heatfig.data.columns.arrays import WRONG, Codes, Labels, Numbers
from heatfig.data.columns.column import Column, of
from heatfig.data.columns.groupby import aggregated
from heatfig.data.columns.keys import numbered_keys
from heatfig.data.provenance import own_lines
from heatfig.data.table import Table, weights_of
from heatfig.plan.grid import SCORED
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Using

Combinable = Literal["mean", "sum", "count", "min", "max"]
# How aggregates of some rows each are combined; those of a mean are sums with weights.
_COMBINED: dict[Combinable, Literal["sum", "min", "max"]] = {
    "mean": "sum",
    "sum": "sum",
    "count": "sum",
    "min": "min",
    "max": "max",
}


def combinable(using: Using) -> Combinable | None:
    """The aggregate, if it can be combined from those of some rows each; None if it needs all rows at once."""
    match using:
        case "mean" | "sum" | "count" | "min" | "max":
            return using
        case "median" | "first":
            return None
        case _:
            assert_never(using)


@dataclass(frozen=True)
class Preaggregation:
    """The columns whose texts name a cell, the column of scores, and the aggregate of a cell."""

    by: tuple[str, ...]
    value: str | None  # None where rows are counted
    using: Combinable


def preaggregated(table: Table, preaggregation: Preaggregation) -> Table:
    """One row for each cell and kind of missing; a text that is no score keeps a row of its own.

    A table without the column of scores stays as it is, so that the problem can be reported.
    """
    if preaggregation.value is None:
        return _counted(table, preaggregation.by)
    if preaggregation.value not in table.columns:
        return table
    by = [name for name in preaggregation.by if name in table.columns]
    numbers = table.columns[preaggregation.value].numbers
    present = numbers.kinds == SCORED
    ids, first = numbered_keys([*(table.columns[name].labels for name in by), *_apart(numbers)], len(table))
    weights = present.astype(np.int64) if table.weights is None else table.weights
    values = aggregated(ids, len(first), numbers.values, _COMBINED[preaggregation.using])
    kinds = numbers.kinds[first]
    texts = {row: numbers.wrong[int(first[row])] for row in np.flatnonzero(kinds == WRONG).tolist()}
    found = Numbers(np.where(present[first], values, np.nan), kinds, texts)
    columns = {name: _kept(table.columns[name], table.columns[name].labels.take(first), first) for name in by}
    columns[preaggregation.value] = _kept(table.columns[preaggregation.value], found, first)
    return _condensed(table, columns, ids, first, weights)


def _condensed(table: Table, columns: Mapping[str, Column], ids: Codes, first: Codes, weights: Codes) -> Table:
    """The table with one row for each number in `ids`, which weighs as much as all rows of that number."""
    others = tuple(name for name in (*table.columns, *table.others) if name not in columns)
    made = np.bincount(ids, weights, len(first)).astype(np.int64)
    return replace(table, columns=columns, rows=own_lines(table.rows, first), others=others, weights=made, matrix=None)


def _kept(column: Column, made: Labels | Numbers, first: Codes) -> Column:
    """A column made of the first rows of each cell, without a reference to all rows."""
    return replace(of(made, column.reading), rows=column.rows and own_lines(column.rows, first))


def _apart(numbers: Numbers) -> Iterator[Labels]:
    """What tells rows of one cell apart: the kind of missing, and each text that is no score."""
    if not (numbers.kinds == SCORED).all():
        wrong = np.zeros(len(numbers.kinds), np.int64)
        wrong[numbers.kinds == WRONG] = 1 + np.arange(int((numbers.kinds == WRONG).sum()))
        kinds = (numbers.kinds - int(numbers.kinds.min(initial=0))).astype(np.int64)
        yield from (Labels(codes, ("",) * (int(codes.max(initial=0)) + 1)) for codes in (kinds, wrong))


def _counted(table: Table, by: tuple[str, ...]) -> Table:
    """One row for each cell, weighted by the number of its rows."""
    labels = {name: table.columns[name] for name in by if name in table.columns}
    ids, first = numbered_keys([column.labels for column in labels.values()], len(table))
    columns = {name: _kept(column, column.labels.take(first), first) for name, column in labels.items()}
    return _condensed(table, columns, ids, first, weights_of(table))
