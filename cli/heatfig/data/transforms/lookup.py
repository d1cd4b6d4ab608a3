"""lookup: columns of a second table, by key."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np

from heatfig.data.columns.column import Column
from heatfig.data.columns.join import Join, Keyed, join
from heatfig.data.matrix import Matrix
from heatfig.data.provenance import FileRows, Paired, Subset
from heatfig.data.table import At, Table, melted
from heatfig.diagnostics import Place, nearest, problem, refuse_some
from heatfig.runtime.deferred import dataclass

MOST_LOOKED_AT = 100_000  # rows without a partner, of which each key is told once


@dataclass(frozen=True, eq=False)
class Lookup:
    """Adds columns (new name: theirs) of the other table's row that has the same key (our column: theirs)."""

    other: Table
    key: Mapping[str, str]
    columns: Mapping[str, str]
    by_block: ClassVar[bool] = True

    def apply(self, table: Table, at: At) -> Table:
        """The table with the columns; raises Problems for keys that the other table lacks, or has twice.

        A wide file stays as it is where the columns are of its rows or of its header.
        """
        for name in self.columns:
            table.check_new(name, at("columns", name))
        if table.matrix is not None and self.key.keys() <= {*table.matrix.rows}:
            rows = self._joined(Table(table.matrix.rows, table.matrix.lines), at)
            return melted(replace(table.matrix, rows=rows.columns, lines=rows.rows), table.defaults)
        if table.matrix is not None and self.key.keys() <= {*table.matrix.heads}:
            return melted(replace(table.matrix, heads=self._heads(table.matrix, at)), table.defaults)
        return self._joined(table, at)

    def _heads(self, matrix: Matrix, at: At) -> dict[str, Column]:
        """The labels of a matrix' columns, with those of the other table's rows."""
        header = FileRows(next(matrix.lines.sources(0)).file, np.ones(matrix.shape[1], np.int64))
        return {**self._joined(Table(matrix.heads, header), at).columns}

    def _joined(self, table: Table, at: At) -> Table:
        ours = Keyed(table, [(name, table.labels(name, at("key", name))) for name in self.key])
        theirs = [(name, self._column(name, at("key", our_name)).labels) for our_name, name in self.key.items()]
        looked_up = {new: self._column(old, at("columns", new)) for new, old in self.columns.items()}
        joined = join(ours, Keyed(self.other, theirs))
        hint = "a key is looked up in one row; take one of them out"
        joined.refuse_repeated(joined.repeated[joined.used[joined.repeated] > 0], "a second row with", hint)
        _refuse_without(joined)
        rows = joined.partners
        there = Subset(self.other.rows, rows)
        columns = {new: replace(column.take(rows), rows=there) for new, column in looked_up.items()}
        return replace(table.with_columns(columns), rows=Paired(table.rows, self.other.rows, rows))

    def _column(self, name: str, spec_at: Place) -> Column:
        """A column of the other table."""
        if name not in self.other.columns:
            known = self.other.header or self.other.columns
            message = f"no column '{name}' in {self.other.place(0).file}"
            raise problem("unknown-column", message, spec_at, nearest(name, known, "columns"))
        return self.other.columns[name]


def _refuse_without(joined: Join) -> None:
    """Raise Problems for keys that the other table lacks, each once."""
    firsts: dict[str, int] = {}
    for row in np.flatnonzero(joined.partners < 0)[:MOST_LOOKED_AT].tolist():
        firsts.setdefault(joined.ours.key_of(row), row)
    (_, labels), (_, known) = joined.ours.key[0], joined.theirs.key[0]

    def explain(number: int) -> tuple[str, Place, str]:
        text, row = list(firsts.items())[number]
        hint = nearest(labels.names[labels.codes[row]], known.names, "keys")
        hint = hint or "add it to the file that is looked up in"
        return f"no row to look up with {text}", joined.ours.table.place(row), hint

    refuse_some("no-partner", len(firsts), explain)
