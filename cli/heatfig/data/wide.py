"""Wide files, whose rows hold many scores each: they are read as one row per score."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from heatfig.data.columns.apart import told_apart
from heatfig.data.columns.arrays import Labels, Numbers, distinct
from heatfig.data.columns.column import Column, Reading, of
from heatfig.data.matrix import Matrix
from heatfig.data.table import At, Defaults, Table, melted
from heatfig.diagnostics import Report, nearest, problem
from heatfig.diagnostics.origin import Path
from heatfig.runtime.deferred import dataclass

Y, X, SCORE = "y", "x", "score"  # columns that neither the spec nor the file names
MADE = {"names": "names of the header", "values": "cells"}  # what becomes a column, by the key that names it


@dataclass(frozen=True)
class Wide:
    """How the columns of a wide file are to be read.

    `rows` are the columns that name a row, `keep` those with more facts about it. The header becomes the column
    `names`, the cells the column `values`. Rows are `numbered` from 0, or their names are `repeated` and get numbers.
    `columns` lists the columns that are cells, `leave_out` those that are not. `measures` are several values, each
    with a pattern of column names (`acc` with `acc_{task}`), whose tokens become columns of labels.
    """

    rows: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    names: str | None = None
    values: str | None = None
    columns: tuple[str, ...] | None = None
    leave_out: tuple[str, ...] = ()
    measures: tuple[tuple[str, str], ...] = ()
    numbered: bool = False
    repeated: bool = False

    @property
    def plain(self) -> bool:
        """Whether the first column names the rows, and all others are cells."""
        return not (self.rows or self.keep or self.columns or self.leave_out or self.measures or self.numbered)


@dataclass(frozen=True, eq=False)
class Picked:
    """The columns of a file by their role: `labels` describe a row, `values` are the cells of each value.

    The first `depth` of `labels` name the row. `heads` are the labels of a value's columns, in the same order for all.
    """

    wide: Wide
    labels: tuple[str, ...]
    depth: int
    heads: Mapping[str, Labels]
    values: Mapping[str, Sequence[str]]
    defaults: Defaults

    @property
    def cells(self) -> list[str]:
        """The columns that hold cells."""
        return list(dict.fromkeys(name for columns in self.values.values() for name in columns))

    def named(self, columns: Mapping[str, Column]) -> dict[str, Column]:
        """The columns that describe a row, by their names in the table; repeated names of rows get numbers."""
        found = {name: columns[name] for name in self.labels}
        if self.wide.repeated and self.depth:
            names = [columns[name] for name in self.labels[: self.depth]]
            found[self.labels[self.depth - 1]] = of(told_apart([each.labels for each in names]), names[-1].reading)
        return {row_name(name): column for name, column in found.items()}

    def headed(self, reading: Reading, dates: Mapping[str, str]) -> dict[str, Column]:
        """The columns made of the header, read like all others except for dates."""
        return {name: of(labels, replace(reading, dates=dates.get(name))) for name, labels in self.heads.items()}


def picked(wide: Wide, header: Sequence[str], at: At, nameless: bool = False) -> Picked:
    """The role of each column of a file with this header, which is made up if it is `nameless`.

    Raises Problems for names that the header lacks, and for two columns of one name.
    """
    _check_named(wide, header, at)
    rows = wide.rows or (() if wide.numbered else (header[0],))
    labels = (*rows, *wide.keep)
    if wide.measures:
        heads, values = _measured(header, dict(wide.measures), at)
    else:
        columns = _cells(wide, header, labels, at)
        heads, values = {wide.names or X: distinct(columns)}, {wide.values or SCORE: columns}
    _check_counted(wide, at)
    _check_apart([*map(row_name, labels), *([Y] if wide.numbered else [])], heads, values, wide, at)
    unwritten = {row_name(name) for name in labels if nameless or not name.strip()} | ({Y} if wide.numbered else set())
    if not wide.measures:
        unwritten |= {name for name, said in ((X, wide.names), (SCORE, wide.values)) if said is None}
    head = next(iter(heads)) if len(heads) == 1 else None
    row = Y if wide.numbered and not wide.rows else row_name(rows[-1])
    return Picked(wide, labels, len(rows), heads, values, Defaults(row, head, next(iter(values)), frozenset(unwritten)))


def row_name(name: str) -> str:
    """The name in the table of a column that describes rows; one without a name is called y."""
    return name if name.strip() else Y


def read_as_rows(table: Table, picked: Picked, dates: Mapping[str, str]) -> Table:
    """The table of a wide file with one row per cell; its columns are made on demand."""
    labels = picked.named(table.columns)
    if picked.wide.numbered:
        labels = {Y: of(distinct(map(str, range(len(table))))), **labels}
    values = {name: _block(table, columns) for name, columns in picked.values.items()}
    reading = next((column.reading for column in table.columns.values()), Reading())
    return melted(Matrix(labels, picked.headed(reading, dates), values, table.rows, reading), picked.defaults)


def _check_named(wide: Wide, header: Sequence[str], at: At) -> None:
    """Raise Problems for names that the header lacks."""
    report = Report()
    named: list[tuple[str, Path]] = [(name, ("rows", n)) for n, name in enumerate(wide.rows)]
    named += [(name, ("keep", n)) for n, name in enumerate(wide.keep)]
    named += [(name, ("columns", n)) for n, name in enumerate(wide.columns or ())]
    named += [(name, ("columns", "not", n)) for n, name in enumerate(wide.leave_out)]
    for name, path in named:
        if name not in header:
            report.add("unknown-column", f"no column '{name}'", at(*path), nearest(name, header, "columns"))
    report.check()


def _cells(wide: Wide, header: Sequence[str], labels: Sequence[str], at: At) -> list[str]:
    """The columns that hold cells, in the file's order."""
    apart = {*labels, *wide.leave_out}
    chosen = set(header) - apart if wide.columns is None else set(wide.columns)
    found = [name for name in header if name in chosen]
    if not found:
        raise problem("no-scores", "no column is left for scores", at("columns"), "name fewer in `rows` and `keep`")
    return found


def _check_counted(wide: Wide, at: At) -> None:
    """Raise Problems if a kept column has the name that the column of row numbers gets."""
    for index, name in enumerate(wide.keep):
        if wide.numbered and row_name(name) == Y:
            message = f"the numbers of the rows become a column '{Y}', and so does the column '{name}'"
            hint = "let it name the rows, without `rows` and `keep`; row_names: repeated tells apart what stands again"
            raise problem("name-taken", message, at("keep", index), hint)


def _check_apart(labels: Sequence[str], heads: Iterable[str], values: Iterable[str], wide: Wide, at: At) -> None:
    """Raise Problems if a column made of the header or the cells has the name of a column of the file."""
    report, taken = Report(), set(labels)
    for key, name in (*(("names", name) for name in heads), *(("values", name) for name in values)):
        if name in taken:
            message = f"the {MADE[key]} become a column '{name}', and there is one already"
            named_by = "columns" if wide.measures else key
            report.add("name-taken", message, at(named_by), f"choose another name in `{named_by}`")
        taken.add(name)
    report.check()


def _block(table: Table, columns: Sequence[str]) -> Numbers:
    """The numbers of several columns, side by side."""
    parts = [table.columns[name].numbers for name in columns]
    width = len(parts)
    wrong = {row * width + n: text for n, part in enumerate(parts) for row, text in part.wrong.items()}
    values = np.stack([part.values for part in parts], axis=1)
    return Numbers(values, np.stack([part.kinds for part in parts], axis=1), wrong)


def _measured(
    header: Sequence[str], measures: Mapping[str, str], at: At
) -> tuple[dict[str, Labels], dict[str, Sequence[str]]]:
    """The labels that tokens stand for, and each measure's columns; raises Problems for a measure that lacks some."""
    found = {measure: _fitting(header, pattern) for measure, pattern in measures.items()}
    tokens = list(dict.fromkeys(token for pattern in measures.values() for token in _tokens(pattern)))
    report = Report()
    for measure, pattern in measures.items():
        if not found[measure]:
            hint = nearest(pattern, header, "columns")
            report.add("unknown-column", f"no column fits '{pattern}'", at("columns", measure), hint)
    report.check()
    keys = list(dict.fromkeys(key for columns in found.values() for key in columns))
    for measure, pattern in measures.items():
        for key in (key for key in keys if key not in found[measure]):
            name = _filled(pattern, dict(zip(tokens, key, strict=True)))
            message = f"no column '{name}' beside those of the other measures"
            report.add("unknown-column", message, at("columns", measure), "a measure is there for each label or none")
    report.check()
    heads = {token: distinct(key[n] for key in keys) for n, token in enumerate(tokens)}
    return heads, {measure: [columns[key] for key in keys] for measure, columns in found.items()}


def _fitting(header: Sequence[str], pattern: str) -> dict[tuple[str, ...], str]:
    """The columns whose names fit a pattern, by the labels that its tokens (sorted by name) stand for."""
    parts = re.split(r"\{(\w+)\}", pattern)
    expression = "".join("(.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    fits = {name: re.fullmatch(expression, name) for name in header}
    places = [parts[1::2].index(token) + 1 for token in _tokens(pattern)]
    return {tuple(fit[place] for place in places): name for name, fit in fits.items() if fit}


def _tokens(pattern: str) -> list[str]:
    """The names of a pattern's tokens, sorted, so that patterns with the same tokens agree."""
    return sorted(re.findall(r"\{(\w+)\}", pattern))


def _filled(pattern: str, texts: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: texts[found.group(1)], pattern)
