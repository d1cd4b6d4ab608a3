"""The rows that a panel shows, with the names of their columns checked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import get_args

import numpy as np

from heatfig.compile.predicates import compiled, why_none
from heatfig.compile.transforms import Verbs
from heatfig.data.columns import Codes
from heatfig.data.order.sorted import NUMERAL
from heatfig.data.predicates import check_values, mask
from heatfig.data.predicates import columns_of as columns_in
from heatfig.data.table import Table, melted, stacked
from heatfig.data.transforms import transformed
from heatfig.data.wide import MADE, SCORE, X
from heatfig.diagnostics import Place, Problems, Report, nearest
from heatfig.diagnostics.origin import Origin
from heatfig.language.columns import Use, after_verbs, columns_of, made_later, of_files
from heatfig.language.conditions import Part
from heatfig.language.model.figure import Panel
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.language.scalars import FieldRef
from heatfig.language.templates import FIELDS
from heatfig.runtime.deferred import dataclass

_BEST = {"best": "max", "max": "max", "min": "min"}  # words that are taken for a condition


@dataclass(frozen=True, eq=False)
class Scores:
    """The tables of a panel's score files, and the verbs that are still to make its rows of theirs."""

    files: tuple[Table, ...]
    verbs: Verbs = ()

    @cached_property
    def whole(self) -> Table:
        """All rows after all verbs; raises Problems."""
        return transformed(stacked(self.files), self.verbs)


@dataclass(frozen=True, eq=False)
class Selection:
    """Rows of a panel's files; more than are meant if the filter is not `exact`; and named columns that are not there.

    `lines` are those that are shown of a wide file, None for all; `rows` are those of what these hold, likewise.
    """

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


def select(spec: FigureSpec, panel: PanelSpec, scores: Scores, report: Report) -> Selection | None:
    """The rows that pass the panel's `where`; every column that the panel names is looked up first.

    None where there is no table to choose them from, as something is wrong with the verbs that make it.
    """
    lacking: set[str] = set()
    before = len(report.found)
    _check_files(spec, panel, scores, lacking, report)
    if panel.settings.transform and len(report.found) > before:
        return None
    try:
        whole = scores.whole
    except Problems as found:
        report.found += found.diagnostics
        return None
    if panel.settings.transform:
        _check_made(spec, panel, whole, lacking, report)
    _check_ambiguous(spec, panel, whole, report)
    where = panel.settings.where
    if not where:
        return Selection(whole, None, None, not panel.is_invalid("where"), frozenset(lacking))
    matrix = whole.matrix
    if matrix is not None and {str(use.column) for use in columns_of(where)} <= matrix.rows.keys():
        lines = _passed(spec, panel, Table(matrix.rows, matrix.lines), frozenset(lacking), report)
        return Selection(whole, lines, None, lines is not None, frozenset(lacking))
    rows = _passed(spec, panel, whole, frozenset(lacking), report)
    return Selection(whole, None, rows, rows is not None, frozenset(lacking))


def table_after(spec: FigureSpec, panel: PanelSpec, scores: Scores, count: int) -> Table:
    """All rows after so many verbs; raises Problems."""
    report = Report()
    before = replace(panel, settings=Panel(scores=panel.settings.scores, transform=panel.settings.transform[:count]))
    _check_files(spec, before, scores, set(), report)
    report.check()
    return transformed(stacked(scores.files), scores.verbs[:count])


def _check_files(spec: FigureSpec, panel: PanelSpec, scores: Scores, lacking: set[str], report: Report) -> None:
    """Note the columns that the score files are to hold and do not."""
    for use, place in _placed(spec, panel, of_files(panel.settings, spec.document.facet)):
        if panel.located(use.path) != use.path:  # an axis looks up by its own column, of which is told there
            continue
        without = [table for table in scores.files if use.column not in {*table.columns, *table.others}]
        if without:
            lacking.add(str(use.column))
            report.add("unknown-column", *_unknown(panel, use, without, place))


def _check_made(spec: FigureSpec, panel: PanelSpec, whole: Table, lacking: set[str], report: Report) -> None:
    """Note the columns that are named and are not there after the verbs."""
    for use, place in _placed(spec, panel, after_verbs(panel.settings, spec.document.facet)):
        if use.column not in whole.columns:
            lacking.add(str(use.column))
            with report.collecting():
                whole.column(str(use.column), place)


def _check_ambiguous(spec: FigureSpec, panel: PanelSpec, whole: Table, report: Report) -> None:
    """Note each field of cells whose name is a column's, too."""
    held = {*whole.header, *whole.columns, *whole.others} - {panel.settings.value or whole.defaults.value}
    for use, place in _placed(spec, panel, columns_of(panel.settings)):
        if isinstance(use.column, FieldRef) and use.column in held.intersection(FIELDS):
            message = f"'{use.column}' is what the cells hold, and a column of {whole.place(0).file}"
            hint = "give the column another name; for that of the scores say `value`"
            report.add("ambiguous-field", message, place, hint)
    for index, asked in enumerate(panel.settings.normalize):
        if asked.into in {*whole.columns, *whole.others} - {panel.settings.quantity}:
            message = f"'{asked.into}' is a column of {whole.place(0).file}"
            place = spec.place(Origin(panel.index, ("normalize", index, "into")))
            report.add("name-taken", message, place, "give what is normalized another name")


def _placed(spec: FigureSpec, panel: PanelSpec, uses: Iterable[Use]) -> Iterator[tuple[Use, Place]]:
    """The columns that are named, and where."""
    for use in uses:
        origin = Origin(None if use.path[0] == "facet" else panel.index, use.path)
        yield use, spec.key_place(origin) if use.by_key else spec.place(origin)


def _passed(spec: FigureSpec, panel: PanelSpec, whole: Table, lacking: frozenset[str], report: Report) -> Codes | None:
    """The rows that pass; None where that cannot be said, as something is wrong with the filter."""
    where = panel.settings.where

    def at(*path: str | int) -> Place:
        return spec.place(Origin(panel.index, ("where", *path)))

    asked, before = compiled(where, lacking), len(report.found)
    seen = {name: whole.columns[name].labels.names for name in columns_in(asked)}
    check_values(asked, seen, at, report)
    try:
        kept = np.flatnonzero(mask(asked, whole, at))
    except Problems as found:
        report.found += found.diagnostics
    named = {str(use.column) for use in columns_of(where)}
    if len(report.found) > before or panel.is_invalid("where") or lacking & named:
        return None
    if not len(kept):
        report.add("empty-panel", "no row passes this filter", at(), why_none(where))
        return None
    return kept


def _unknown(panel: PanelSpec, use: Use, without: Sequence[Table], asked_at: Place) -> tuple[str, Place, str]:
    column, table = str(use.column), without[0]
    known = tuple(dict.fromkeys((*table.header, *table.columns, *table.others)))
    made = [name for verb in panel.settings.transform for name in verb.made]
    made += [name for added in panel.added for name in added.offered]
    of_cells = FIELDS if isinstance(use.column, FieldRef) and use.column.holds != "labels" else ()
    of_grids = get_args(Part) if use.column.holds == "flags" else ()
    hint = nearest(column, (*of_cells, *known, *made, *of_grids), "columns")
    if use.column.holds == "flags" and column in _BEST:
        hint = f"{{best: {_BEST[column]}, per: y}} for the {_BEST[column]}imum of each row; {hint}"
    later = made_later(panel.settings, column)
    if later is not None:
        hint = f"`{later}` makes it, which stands further down: move that up"
    elif any(map(NUMERAL.fullmatch, known)):
        hint = "; ".join(filter(None, (hint, "the first line of a score file is to name its columns")))
    key = {"value": "values", "axes": "names"}.get(str(use.path[0]))
    if key and {"values": SCORE, "names": X}[key] in table.defaults.unwritten:
        hint = f"{hint}; the {MADE[key]} are called by scores: {{…, {key}: {column}}}"
    more = f" and {len(without) - 1:,} more" if len(without) > 1 else ""
    return f"no column '{column}' in {table.place(0).file}{more}", asked_at, hint
