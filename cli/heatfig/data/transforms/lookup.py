"""lookup: columns of a second table, by key."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

import numpy as np

from heatfig.data.column import Column
from heatfig.data.columns import Codes
from heatfig.data.keys import matched
from heatfig.data.matrix import Matrix
from heatfig.data.provenance import Lines, Paired, Taken
from heatfig.data.table import At, Table, melted
from heatfig.diagnostics import Place, Report, nearest, problem
from heatfig.runtime.deferred import dataclass


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
        header = Lines(next(matrix.lines.sources(0)).file, np.ones(matrix.shape[1], np.int64))
        return {**self._joined(Table(matrix.heads, header), at).columns}

    def _joined(self, table: Table, at: At) -> Table:
        ours = [table.labels(name, at("key", name)) for name in self.key]
        theirs = [self._column(name, at("key", ours_name)).labels for ours_name, name in self.key.items()]
        taken = {new: self._column(old, at("columns", new)) for new, old in self.columns.items()}
        ids, other_ids, partner = matched(ours, theirs, len(table), len(self.other))
        self._refuse_two(ids, other_ids, partner)
        rows = partner[ids]
        self._refuse_none(table, rows)
        there = Taken(self.other.rows, rows)
        columns = {new: replace(column.taken(rows), rows=there) for new, column in taken.items()}
        return replace(table.with_columns(columns), rows=Paired(table.rows, self.other.rows, rows))

    def _column(self, name: str, asked_at: Place) -> Column:
        """A column of the other table."""
        if name not in self.other.columns:
            known = self.other.header or self.other.columns
            message = f"no column '{name}' in {self.other.place(0).file}"
            raise problem("unknown-column", message, asked_at, nearest(name, known, "columns"))
        return self.other.columns[name]

    def _refuse_two(self, ids: Codes, other_ids: Codes, partner: Codes) -> None:
        again = np.flatnonzero(partner[other_ids] != np.arange(len(other_ids)))
        used = np.zeros(len(partner), np.bool_)
        used[ids] = True
        again = again[used[other_ids[again]]]

        def told(number: int) -> tuple[str, Place, str]:
            row = int(again[number])
            here, first = self.other.place(row), self.other.place(int(partner[other_ids[row]]))
            message = f"a second row with {self._key(self.other, list(self.key.values()), row)}: the first is "
            return message + first.told_from(here), here, "a key is looked up in one row; take one of them out"

        report = Report()
        report.add_some("two-partners", len(again), told)
        report.check()

    def _refuse_none(self, table: Table, rows: Codes) -> None:
        lacking = np.flatnonzero(rows < 0)
        firsts: dict[str, int] = {}
        for row in lacking[:100_000].tolist():
            firsts.setdefault(self._key(table, list(self.key), row), row)
        known = self.other.columns[next(iter(self.key.values()))].labels.names
        name = next(iter(self.key))

        def told(number: int) -> tuple[str, Place, str]:
            text, row = list(firsts.items())[number]
            labels = table.columns[name].labels
            hint = nearest(labels.names[labels.codes[row]], known, "keys")
            return f"no row to look up with {text}", table.place(row), hint or "add it to the file that is looked up in"

        report = Report()
        report.add_some("no-partner", len(firsts), told)
        report.check()

    def _key(self, table: Table, names: list[str], row: int) -> str:
        texts = (table.columns[name].labels for name in names)
        return ", ".join(f"{name} '{each.names[each.codes[row]]}'" for name, each in zip(names, texts, strict=True))
