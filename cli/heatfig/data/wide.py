"""Wide files: a row of the file holds a score in each of many columns, and is read as a row a score."""

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

Y, X, SCORE = "y", "x", "score"  # the names of what nobody names


@dataclass(frozen=True)
class Wide:
    """How a wide file is meant.

    `rows` name its rows and `keep` says more of them; the header becomes the column `names`, its cells `values`.
    Rows are counted from 0 where they are `numbered`, and told apart by where they stand where they are `repeated`.
    `columns` picks those that are cells, `leave_out` those that are none; `measures` are patterns of the names
    of several values, `acc` as `acc_{task}`, whose tokens become columns of labels.
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
        """Whether all columns but the first hold cells."""
        return not (self.rows or self.keep or self.columns or self.leave_out or self.measures or self.numbered)


@dataclass(frozen=True, eq=False)
class Picked:
    """Which columns of a file are what: those that say what a row is, and those of each value.

    The first `depth` of `labels` name a row. `heads` are the labels of the columns of a value, which stand in one
    order for all.
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
        """What says which row is which, each row told apart from others where the spec says so."""
        found = {name: columns[name] for name in self.labels}
        if self.wide.repeated and self.depth:
            names = [columns[name] for name in self.labels[: self.depth]]
            found[self.labels[self.depth - 1]] = of(told_apart([each.labels for each in names]), names[-1].reading)
        return {row_name(name): column for name, column in found.items()}

    def headed(self, reading: Reading, dates: Mapping[str, str]) -> dict[str, Column]:
        """The labels of the columns, read as all else but for their dates."""
        return {name: of(labels, replace(reading, dates=dates.get(name))) for name, labels in self.heads.items()}


def picked(wide: Wide, header: Sequence[str], at: At, nameless: bool = False) -> Picked:
    """The columns of a file with this header, which nobody wrote if it is `nameless`.

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
    """A column of rows by the name that it has afterwards: one without a name is called y."""
    return name if name.strip() else Y


def read_as_rows(table: Table, picked: Picked, dates: Mapping[str, str]) -> Table:
    """A wide file's rows as a row a cell, whose columns are made when they are asked for."""
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
    """Raise Problems where the numbers of rows and a column of the file are called the same."""
    for index, name in enumerate(wide.keep):
        if wide.numbered and row_name(name) == Y:
            message = f"the numbers of the rows become a column '{Y}', and so does the column '{name}'"
            hint = "let it name the rows, without `rows` and `keep`; row_names: repeated tells apart what stands again"
            raise problem("name-taken", message, at("keep", index), hint)


def _check_apart(labels: Sequence[str], heads: Iterable[str], values: Iterable[str], wide: Wide, at: At) -> None:
    """Raise Problems where what is made of header and cells is called as a column of the file is."""
    report, taken = Report(), set(labels)
    for key, name in (*(("names", name) for name in heads), *(("values", name) for name in values)):
        if name in taken:
            message = f"the {MADE[key]} become a column '{name}', and there is one already"
            said = "columns" if wide.measures else key
            report.add("name-taken", message, at(said), f"choose another name in `{said}`")
        taken.add(name)
    report.check()


MADE = {"names": "names of the header", "values": "cells"}


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
    """The columns that patterns fit, by what their tokens stand for; raises Problems where one measure lacks some."""
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
            said = _filled(pattern, dict(zip(tokens, key, strict=True)))
            message = f"no column '{said}' beside those of the other measures"
            report.add("unknown-column", message, at("columns", measure), "a measure is there for each label or none")
    report.check()
    heads = {token: distinct(key[n] for key in keys) for n, token in enumerate(tokens)}
    return heads, {measure: [columns[key] for key in keys] for measure, columns in found.items()}


def _fitting(header: Sequence[str], pattern: str) -> dict[tuple[str, ...], str]:
    """The columns whose names fit a pattern, by what its tokens, in the order of their names, stand for there."""
    parts = re.split(r"\{(\w+)\}", pattern)
    written = "".join("(.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    fits = {name: re.fullmatch(written, name) for name in header}
    places = [parts[1::2].index(token) + 1 for token in _tokens(pattern)]
    return {tuple(fit[place] for place in places): name for name, fit in fits.items() if fit}


def _tokens(pattern: str) -> list[str]:
    """What a pattern's tokens are called, in one order for all patterns that hold the same."""
    return sorted(re.findall(r"\{(\w+)\}", pattern))


def _filled(pattern: str, texts: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: texts[found.group(1)], pattern)
