"""Table: named columns over rows of one or several files, each row knowing where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Codes, Labels, Numbers
from heatfig.data.columns.column import Column, Reading, of, stacked_columns
from heatfig.data.hints import hint_for, number_hint
from heatfig.data.matrix import Matrix
from heatfig.data.provenance import Melted, Rows, Stacked, take_rows
from heatfig.diagnostics import Place, Report, nearest, problem, refuse_some
from heatfig.runtime.deferred import dataclass

MOST_MADE = 5_000_000  # rows that a verb may add


class At(Protocol):
    """Finds where the spec says what is at a path below the verb or setting at hand."""

    def __call__(self, *path: str | int) -> Place:
        """The place."""


@dataclass(frozen=True)
class Defaults:
    """The columns of axes and value if the spec does not name them; the names of those `unwritten` are made up."""

    y: str | None = None
    x: str | None = None
    value: str | None = None
    unwritten: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Table:
    """Named columns, each made on demand; `matrix` holds those of a wide file that is not melted yet.

    A row of a preaggregated table stands for as many scores as `weights` says, of which it holds the sum (also for a
    mean or a count), the minimum or the maximum. Without `weights` it is one score. `others` are columns of the file
    that were not read.
    """

    columns: Mapping[str, Column]
    rows: Rows
    others: tuple[str, ...] = ()
    weights: Codes | None = None
    matrix: Matrix | None = None
    header: tuple[str, ...] = ()  # the columns of a file as it names them
    defaults: Defaults = Defaults()

    def __len__(self) -> int:
        return len(self.rows)

    def sources(self, row: int) -> list[Place]:
        """The lines that a row was made of."""
        return list(self.rows.sources(row))

    def place(self, row: int) -> Place:
        """The line of the row itself."""
        return next(self.rows.sources(row))

    def place_of(self, name: str, row: int) -> Place:
        """Where a value stands: on the row's own line, unless its column was looked up elsewhere."""
        return next((self.columns[name].rows or self.rows).sources(row))

    def column(self, name: str, spec_at: Place) -> Column:
        """A column; raises Problems if there is none of that name."""
        if name in self.others and name not in self.columns:
            hint = f"name it in `by`, or one of these: {', '.join(self.columns)}"
            raise problem("unknown-column", f"`aggregate` leaves no column '{name}'", spec_at, hint)
        if name not in self.columns:
            raise problem("unknown-column", f"no column '{name}'", spec_at, nearest(name, self.columns, "columns"))
        return self.columns[name]

    def labels(self, name: str, spec_at: Place) -> Labels:
        """A column's texts."""
        return self.column(name, spec_at).labels

    def numbers(self, name: str, spec_at: Place) -> Numbers:
        """A column's numbers; raises Problems for each text that is neither a number nor missing."""
        column = self.column(name, spec_at)
        found = column.numbers
        if found.wrong:
            self._refuse(name, column, found)
        return found

    def seconds(self, name: str, spec_at: Place) -> NDArray[np.float64]:
        """A column's dates in seconds since 1970; raises Problems for each text that is not a date."""
        column = self.column(name, spec_at)
        dates, labels = column.dates, column.labels
        hint = "write 2026-11-27, or say beside the file how dates are written: parse: {" + name + ": '%d.%m.%Y'}"

        def explain(number: int) -> tuple[str, Place, str]:
            code = dates.wrong[number]
            place = self.place_of(name, labels.first_row(code))
            return f"'{labels.names[code]}' in the column '{name}' is not a date", place, hint

        refuse_some("not-a-date", len(dates.wrong), explain)
        return dates.seconds()

    def take(self, rows: Codes) -> "Table":
        """Some of its rows."""
        columns = {name: column.take(rows) for name, column in self.columns.items()}
        weights = None if self.weights is None else self.weights[rows]
        return Table(columns, take_rows(self.rows, rows), self.others, weights, defaults=self.defaults)

    def kept(self, chosen: NDArray[np.bool_]) -> "Table":
        """The rows for which `chosen` is true."""
        return self if chosen.all() else self.take(np.flatnonzero(chosen))

    def with_columns(self, columns: Mapping[str, Column]) -> "Table":
        """The table with some columns added or replaced."""
        return replace(self, columns={**self.columns, **columns}, matrix=None)

    def with_categories(self, name: str, categories: tuple[str, ...]) -> "Table":
        """The table with the texts of a column read as categories."""
        column = self.columns[name]
        read = Column(lambda: column.content, replace(column.reading, categories=categories), column.rows)
        matrix = self.matrix
        if matrix is not None and name in matrix.values:
            matrix = replace(matrix, categories={**matrix.categories, name: categories})
        return replace(self, columns={**self.columns, name: read}, matrix=matrix)

    def check_new(self, name: str, spec_at: Place) -> None:
        """Raise Problems if there is a column of that name already."""
        if name in self.columns or name in self.others:
            raise problem("name-taken", f"there is a column '{name}' already", spec_at, "choose another name")

    def _refuse(self, name: str, column: Column, found: Numbers) -> None:
        """Raise Problems for texts of a column that are not numbers; once if all of it is texts."""
        first, reading = found.first_wrong, column.reading
        texts = list(first)

        def explain(number: int) -> tuple[str, Place, str]:
            text = texts[number]
            message = f"'{text}' in the column '{name}' is not a finite number"
            return message, self.place_of(name, first[text]), hint_for(text, reading.decimal, reading.tokens)

        report = Report()
        if len(found.wrong) == len(self) and not any(number_hint(text, reading.decimal) for text in texts[:10]):
            hint = f"the first is '{texts[0]}'; name a column of numbers"
            report.add("not-a-number", f"the column '{name}' holds texts", self.place_of(name, 0), hint)
        else:
            report.add_some("not-a-number", len(texts), explain)
        report.check()


def stacked(tables: Sequence[Table]) -> Table:
    """The rows of several tables, with the columns that all of them have."""
    if len(tables) == 1:
        return tables[0]
    names = [name for name in tables[0].columns if all(name in table.columns for table in tables)]
    columns = {name: stacked_columns([table.columns[name] for table in tables]) for name in names}
    others = dict.fromkeys(name for table in tables for name in (*table.columns, *table.others) if name not in columns)
    weights = None
    if any(table.weights is not None for table in tables):
        weights = np.concatenate([weights_of(table) for table in tables])
    rows, first = Stacked([table.rows for table in tables]), tables[0]
    return Table(columns, rows, tuple(others), weights, header=first.header, defaults=first.defaults)


def melted(matrix: Matrix, defaults: Defaults) -> Table:
    """The table with one row per cell of a matrix; its columns are made on demand."""
    return Table(matrix.columns(), Melted(matrix.lines, matrix.shape[1]), matrix=matrix, defaults=defaults)


def check_made(count: int, spec_at: Place) -> None:
    """Raise Problems for more rows than a verb may add."""
    if count > MOST_MADE:
        hint = f"at most {MOST_MADE:,}; filter or aggregate before"
        raise problem("too-large", f"{count:,} rows would be added", spec_at, hint)


def weights_of(table: Table) -> Codes:
    """How many scores each row stands for."""
    return np.ones(len(table), np.int64) if table.weights is None else table.weights


def constant(table: Table, texts: Mapping[str, str], dates: Mapping[str, str]) -> Table:
    """The table with columns that hold one text in all rows, such as parts of the file's name.

    `dates` says how those that are dates are written.
    """

    def repeated(count: int) -> dict[str, Column]:
        made = {name: Labels(np.zeros(count, np.int64), (text,)) for name, text in texts.items()}
        return {name: of(labels, Reading(dates=dates.get(name))) for name, labels in made.items()}

    if table.matrix is None or not texts:
        return table.with_columns(repeated(len(table))) if texts else table
    matrix = replace(table.matrix, rows={**table.matrix.rows, **repeated(table.matrix.shape[0])})
    return melted(matrix, table.defaults)
