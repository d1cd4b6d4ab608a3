"""The rows that a panel shows, with the names of their columns checked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from heatfig.compile.predicates import compiled, why_none
from heatfig.data.columns import Codes
from heatfig.data.order.sorted import NUMERAL
from heatfig.data.predicates import check_values, mask
from heatfig.data.predicates import columns_of as columns_in
from heatfig.data.table import Table, melted, stacked
from heatfig.data.wide import MADE, SCORE, X
from heatfig.diagnostics import Place, Problems, Report, nearest
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.columns import columns_of
from heatfig.language.read import FigureSpec, PanelSpec


@dataclass(frozen=True, eq=False)
class Selection:
    """Rows of a panel's files; more than are meant if the filter is not `exact`; and named columns that are not there.

    `lines` are those that are shown of a wide file, None for all; `rows` are those of what these hold, likewise.
    """

    files: tuple[Table, ...]
    whole: Table
    lines: Codes | None
    rows: Codes | None
    exact: bool
    lacking: frozenset[str]

    @cached_property
    def table(self) -> Table:
        """The rows that are shown."""
        table, matrix = self.whole, self.whole.matrix
        if self.lines is not None and matrix is not None:
            table = melted(matrix.taken(self.lines), table.defaults)
        return table if self.rows is None else table.taken(self.rows)

    def in_files(self, rows: Codes) -> Codes:
        """The numbers that rows of the table have in all of the files."""
        rows = rows if self.rows is None else self.rows[rows]
        if self.lines is None or self.whole.matrix is None:
            return rows
        down, across = np.divmod(rows, width := self.whole.matrix.shape[1])
        return np.asarray(self.lines[down] * width + across)


def select(spec: FigureSpec, panel: PanelSpec, files: tuple[Table, ...], report: Report) -> Selection:
    """The rows that pass the panel's `where`; every column that the panel names is looked up first."""
    lacking: set[str] = set()
    for name, place, path in _named_columns(spec, panel):
        for table in files:
            if name not in table.columns:
                lacking.add(name)
                report.add("unknown-column", *_unknown(name, table, place, path))
    whole, where = stacked(files), panel.settings.where
    if not where:
        return Selection(files, whole, None, None, not panel.lost("where"), frozenset(lacking))
    matrix = whole.matrix
    if matrix is not None and {str(use.column) for use in columns_of(where)} <= matrix.rows.keys():
        lines = _passed(spec, panel, Table(matrix.rows, matrix.lines), frozenset(lacking), report)
        return Selection(files, whole, lines, None, lines is not None, frozenset(lacking))
    rows = _passed(spec, panel, whole, frozenset(lacking), report)
    return Selection(files, whole, None, rows, rows is not None, frozenset(lacking))


def _passed(spec: FigureSpec, panel: PanelSpec, whole: Table, lacking: frozenset[str], report: Report) -> Codes | None:
    """The rows that pass; None where that cannot be said, as something is wrong with the filter."""
    where = panel.settings.where

    def at(*path: str | int) -> Place:
        return spec.place(Origin(panel.index, path))

    asked, before = compiled(where, lacking), len(report.found)
    seen = {name: whole.columns[name].labels.names for name in columns_in(asked)}
    check_values(asked, seen, at, report)
    try:
        kept = np.flatnonzero(mask(asked, whole, at))
    except Problems as found:
        report.found += found.diagnostics
    named = {str(use.column) for use in columns_of(where)}
    if len(report.found) > before or panel.lost("where") or lacking & named:
        return None
    if not len(kept):
        report.add("empty-panel", "no row passes this filter", at("where"), why_none(where))
        return None
    return kept


def _named_columns(spec: FigureSpec, panel: PanelSpec) -> Iterator[tuple[str, Place, Path]]:
    """The columns that a panel names, and where."""
    for use in columns_of(panel.settings):
        origin = Origin(panel.index, use.path)
        yield str(use.column), spec.key_place(origin) if use.by_key else spec.place(origin), use.path
    if spec.document.facet is not None:
        yield str(spec.document.facet.column), spec.place(Origin(None, path := ("facet", "column"))), path


def _unknown(column: str, table: Table, asked_at: Place, path: Path) -> tuple[str, Place, str]:
    known = table.header or (*table.columns, *table.others)
    hint = nearest(column, known, "columns")
    if any(map(NUMERAL.fullmatch, known)):
        hint = "; ".join(filter(None, (hint, "the first line of a score file is to name its columns")))
    key = {"value": "values", "axes": "names"}.get(str(path[0]))
    if key and {"values": SCORE, "names": X}[key] in table.defaults.unwritten:
        hint = f"{hint}; the {MADE[key]} are called by scores: {{…, {key}: {column}}}"
    return f"no column '{column}' in {table.place(0).file}", asked_at, hint
