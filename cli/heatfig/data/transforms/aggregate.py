"""aggregate: one row for the rows that agree in some columns."""

from math import prod
from typing import ClassVar

import numpy as np

from heatfig.data.aggregates import aggregate_of
from heatfig.data.columns.arrays import Codes, Labels, Numbers
from heatfig.data.columns.column import of
from heatfig.data.columns.keys import numbered_keys
from heatfig.data.provenance import Grouped
from heatfig.data.table import At, Table, check_made, weights_of
from heatfig.plan.grid import SCORED
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Using


@dataclass(frozen=True)
class Aggregate:
    """Puts the numbers of a column together `by` others; with `complete`, also that where there is no row."""

    by: tuple[str, ...]
    into: str
    using: Using
    column: str | None = None
    complete: float | None = None
    by_block: ClassVar[bool] = False

    def apply(self, table: Table, at: At) -> Table:
        """A table of the columns `by` and `into`."""
        if self.into in self.by:
            table.check_new(self.into, at("into"))
        labels = [table.labels(name, at("by", index)) for index, name in enumerate(self.by)]
        ids, first = numbered_keys(labels, len(table))
        numbers = self._numbers(table, ids, len(first), at)
        kept = [each.take(first) for each in labels]
        if self.complete is not None:
            check_made(prod(len(labels.names) for labels in kept), at("complete"))
            kept, numbers = _completed(kept, numbers, self.complete)
        columns = {name: of(each) for name, each in zip(self.by, kept, strict=True)} | {self.into: of(numbers)}
        others = tuple(name for name in (*table.columns, *table.others) if name not in columns)
        return Table(columns, Grouped(table.rows, ids, len(numbers.values)), others)

    def _numbers(self, table: Table, ids: Codes, count: int, at: At) -> Numbers:
        weights = weights_of(table)
        if self.using == "count" and self.column is None:
            counts = aggregate_of(ids, count, np.ones(len(ids)), weights, "count")
            return Numbers(counts, np.full(count, SCORED, np.int16), {})
        numbers = table.numbers(str(self.column), at("column"))
        return grouped(ids, count, numbers, weights, self.using)


def grouped(ids: Codes, count: int, numbers: Numbers, weights: Codes, using: Using) -> Numbers:
    """The aggregate of each group's scores; where it has none, the first of its kinds of missing."""
    present = numbers.kinds == SCORED
    kinds = np.full(count, np.iinfo(np.int16).max, np.int16)
    np.minimum.at(kinds, ids[~present], numbers.kinds[~present])
    values = np.full(count, np.nan)
    held, members = np.unique(ids[present], return_inverse=True)
    values[held] = aggregate_of(members, len(held), numbers.values[present], weights[present], using)
    kinds[held] = SCORED
    if using == "count":
        values[kinds != SCORED], kinds[:] = 0, SCORED
    return Numbers(values, kinds, {})


def _completed(by: list[Labels], numbers: Numbers, value: float) -> tuple[list[Labels], Numbers]:
    """All combinations of the labels, those that are not there behind the others with a value of their own."""
    shape = tuple(len(labels.names) for labels in by)
    lacking = np.ones(shape, np.bool_)
    lacking[tuple(labels.codes for labels in by)] = False
    added = np.nonzero(lacking)
    full = [
        Labels(np.concatenate([labels.codes, codes]), labels.names, labels.positions, labels.edges)
        for labels, codes in zip(by, added, strict=True)
    ]
    values = np.concatenate([numbers.values, np.full(len(added[0]), value)])
    kinds = np.concatenate([numbers.kinds, np.full(len(added[0]), SCORED, np.int16)])
    return full, Numbers(values, kinds, {})
