"""Wide files: a row of the file holds a score in each of many columns, and is read as a row a score."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from heatfig.data.column import Reading, of
from heatfig.data.columns import Labels, Scored, distinct
from heatfig.data.matrix import Matrix
from heatfig.data.table import At, Table, melted
from heatfig.diagnostics import Report, nearest, problem
from heatfig.diagnostics.origin import Path

Y, X, SCORE = "y", "x", "score"


@dataclass(frozen=True)
class Wide:
    """How a wide file is meant.

    `rows` name its rows and `keep` says more of them; the header becomes the column `names`, its cells `values`.
    Rows are counted from 0 where they are `numbered`. `columns` picks those that are cells, `leave_out` those that are
    none; `measures` are patterns of the names of several values, `acc: acc_{task}`, whose tokens become columns of
    labels.
    """

    rows: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    names: str = X
    values: str = SCORE
    columns: tuple[str, ...] | None = None
    leave_out: tuple[str, ...] = ()
    measures: Mapping[str, str] | None = None
    numbered: bool = False

    @property
    def plain(self) -> bool:
        """Whether all columns but the first hold cells."""
        return not (self.rows or self.keep or self.columns or self.leave_out or self.measures or self.numbered)


def rows_of(wide: Wide, header: Sequence[str]) -> tuple[str, ...]:
    """The columns that name the rows of a file: by default the first."""
    return wide.rows or (() if wide.numbered else (header[0],))


def row_name(name: str) -> str:
    """A column of rows by the name that it has afterwards: one without a name is called y."""
    return name if name.strip() else Y


def cell_columns(wide: Wide, header: Sequence[str], at: At) -> list[str]:
    """The columns that hold cells, in the file's order; raises Problems for names that the header lacks."""
    report = Report()
    asked: list[tuple[str, Path]] = [(name, ("rows", n)) for n, name in enumerate(wide.rows)]
    asked += [(name, ("keep", n)) for n, name in enumerate(wide.keep)]
    asked += [(name, ("columns", n)) for n, name in enumerate(wide.columns or ())]
    asked += [(name, ("columns", "not", n)) for n, name in enumerate(wide.leave_out)]
    for name, path in asked:
        if name not in header:
            report.add("unknown-column", f"no column '{name}'", at(*path), nearest(name, header, "columns"))
    report.check()
    apart = {*rows_of(wide, header), *wide.keep, *wide.leave_out}
    chosen = set(header) - apart if wide.columns is None else set(wide.columns)
    found = [name for name in header if name in chosen]
    if not found:
        raise problem("no-scores", "no column is left for scores", at("columns"), "name fewer in `rows` and `keep`")
    return found


def read_as_rows(table: Table, wide: Wide, at: At) -> Table:
    """A wide file's rows as a row a cell, whose columns are made when they are asked for."""
    header = tuple(table.columns)
    labels = {row_name(name): table.columns[name] for name in (*rows_of(wide, header), *wide.keep)}
    if wide.numbered:
        labels[Y] = of(distinct(map(str, range(len(table)))))
    if wide.measures:
        heads, values = _measured(table, wide.measures, at)
    else:
        columns = cell_columns(wide, header, at)
        heads, values = {wide.names: distinct(columns)}, {wide.values: _block(table, columns)}
    reading = next((column.reading for column in table.columns.values()), Reading())
    return melted(Matrix(labels, heads, values, table.rows, reading))


def _block(table: Table, columns: Sequence[str]) -> Scored:
    """The numbers of several columns, side by side."""
    parts = [table.columns[name].scored for name in columns]
    width = len(parts)
    wrong = {row * width + n: text for n, part in enumerate(parts) for row, text in part.wrong.items()}
    values = np.stack([part.values for part in parts], axis=1)
    return Scored(values, np.stack([part.kinds for part in parts], axis=1), wrong)


def _measured(table: Table, measures: Mapping[str, str], at: At) -> tuple[dict[str, Labels], dict[str, Scored]]:
    """The columns that patterns fit, by what their tokens stand for; raises Problems where one measure lacks some."""
    found = {measure: _fitting(table, pattern) for measure, pattern in measures.items()}
    tokens = list(dict.fromkeys(token for pattern in measures.values() for token in _tokens(pattern)))
    keys = list(dict.fromkeys(key for columns in found.values() for key in columns))
    report = Report()
    for measure, pattern in measures.items():
        place = at("columns", measure)
        if not found[measure]:
            hint = nearest(pattern, table.columns, "columns")
            report.add("unknown-column", f"no column fits '{pattern}'", place, hint)
            continue
        for key in keys:
            if key not in found[measure]:
                said = _filled(pattern, dict(zip(tokens, key, strict=True)))
                report.add("unknown-column", f"no column '{said}' beside those of the other measures", place)
    report.check()
    heads = {token: distinct(key[n] for key in keys) for n, token in enumerate(tokens)}
    return heads, {measure: _block(table, [columns[key] for key in keys]) for measure, columns in found.items()}


def _fitting(table: Table, pattern: str) -> dict[tuple[str, ...], str]:
    """The columns whose names fit a pattern, by what its tokens stand for there."""
    parts = re.split(r"\{(\w+)\}", pattern)
    written = "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
    fits = {name: re.fullmatch(written, name) for name in table.columns}
    return {fit.groups(): name for name, fit in fits.items() if fit}


def _tokens(pattern: str) -> list[str]:
    return re.findall(r"\{(\w+)\}", pattern)


def _filled(pattern: str, texts: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: texts[found.group(1)], pattern)
