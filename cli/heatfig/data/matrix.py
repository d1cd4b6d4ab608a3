"""A wide file's cells as they stand there: a block of scores with labels along both sides, never melted as such."""

from collections.abc import Callable, Mapping
from dataclasses import field, replace

import numpy as np

from heatfig.data.columns.arrays import Codes, Labels, Numbers
from heatfig.data.columns.column import Column, Reading
from heatfig.data.provenance import Melted, Rows, Subset, Tiled
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Matrix:
    """Columns of one label a row, `rows`, of one label a column, `heads`, and of a score a cell, `values`.

    A name among its `categories` has these texts for scores.
    """

    rows: Mapping[str, Column]
    heads: Mapping[str, Column]
    values: Mapping[str, Numbers]
    lines: Rows
    reading: Reading
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns it has."""
        count, width = next(iter(self.values.values())).values.shape
        return count, width

    def take(self, rows: Codes) -> "Matrix":
        """Some of its rows."""
        labels = {name: column.take(rows) for name, column in self.rows.items()}
        values = {name: numbers.take(rows) for name, numbers in self.values.items()}
        return replace(self, rows=labels, values=values, lines=Subset(self.lines, rows))

    def numbers(self, name: str) -> Numbers:
        """The scores of that name, those of categories as the places of these."""
        if name not in self.categories:
            return self.values[name]
        found = self._column(name).numbers
        return Numbers(found.values.reshape(self.shape), found.kinds.reshape(self.shape), found.wrong)

    def _column(self, name: str) -> Column:
        return Column(_raveled(self.values[name]), replace(self.reading, categories=self.categories.get(name, ())))

    def columns(self) -> dict[str, Column]:
        """The same with a row for each cell, each column made when it is asked for."""
        count, width = self.shape
        melted = {
            name: Column(_repeated(column, width), column.reading, column.rows and Melted(column.rows, width))
            for name, column in self.rows.items()
        }
        melted |= {
            name: Column(_tiled(head, count), head.reading, head.rows and Tiled(head.rows, count))
            for name, head in self.heads.items()
        }
        return melted | {name: self._column(name) for name in self.values}


def _repeated(column: Column, width: int) -> Callable[[], Labels | Numbers]:
    return lambda: column.content.take(np.repeat(np.arange(_length(column.content)), width))


def _tiled(head: Column, count: int) -> Callable[[], Labels]:
    return lambda: replace(head.labels, codes=np.tile(head.labels.codes, count))


def _raveled(numbers: Numbers) -> Callable[[], Numbers]:
    return lambda: Numbers(numbers.values.ravel(), numbers.kinds.ravel(), numbers.wrong)


def _length(made: Labels | Numbers) -> int:
    return len(made.codes) if isinstance(made, Labels) else len(made.values)
