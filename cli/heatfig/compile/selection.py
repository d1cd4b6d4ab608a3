"""The rows that a panel shows, with the names of their columns checked."""

from dataclasses import replace
from functools import cached_property

import numpy as np

from heatfig.compile.check_columns import check_ambiguous, check_files, check_made
from heatfig.compile.predicates import compiled, why_none
from heatfig.compile.transforms import Verbs
from heatfig.data.columns.arrays import Codes
from heatfig.data.predicates import check_values, mask
from heatfig.data.predicates import columns_of as columns_in
from heatfig.data.table import Table, melted, stacked
from heatfig.data.transforms import transformed
from heatfig.diagnostics import Place, Problems, Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.columns import columns_of
from heatfig.language.model.figure import Panel
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Scores:
    """The tables of a panel's score files, and the verbs that are still to make its rows of theirs."""

    files: tuple[Table, ...]
    verbs: Verbs = ()

    @cached_property
    def whole(self) -> Table:
        """All rows after all verbs; raises Problems."""
        return transformed(stacked(self.files), self.verbs)


Loaded = dict[int, Scores]  # by the number of the panel


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
            table = melted(matrix.take(self.lines), table.defaults)
        return table if self.rows is None else table.take(self.rows)

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
    found: set[str] = set()
    whole = _checked(spec, panel, scores, found, report)
    if whole is None:
        return None
    where, matrix, lacking = panel.settings.where, whole.matrix, frozenset(found)
    if not where:
        return Selection(whole, None, None, not panel.is_invalid("where"), lacking)
    if matrix is not None and {str(use.column) for use in columns_of(where)} <= matrix.rows.keys():
        lines = _passed(spec, panel, Table(matrix.rows, matrix.lines), lacking, report)
        return Selection(whole, lines, None, lines is not None, lacking)
    rows = _passed(spec, panel, whole, lacking, report)
    return Selection(whole, None, rows, rows is not None, lacking)


def _checked(spec: FigureSpec, panel: PanelSpec, scores: Scores, lacking: set[str], report: Report) -> Table | None:
    """All rows after the verbs, if there are any; columns that are named and not there are put to `lacking`."""
    before = len(report.diagnostics)
    check_files(spec, panel, scores.files, lacking, report)
    if panel.settings.transform and len(report.diagnostics) > before:
        return None
    try:
        whole = scores.whole
    except Problems as problems:
        report.diagnostics += problems.diagnostics
        return None
    if panel.settings.transform:
        check_made(spec, panel, whole, lacking, report)
    check_ambiguous(spec, panel, whole, report)
    return whole


def table_after(spec: FigureSpec, panel: PanelSpec, scores: Scores, count: int) -> Table:
    """All rows after so many verbs; raises Problems."""
    report = Report()
    before = replace(panel, settings=Panel(scores=panel.settings.scores, transform=panel.settings.transform[:count]))
    check_files(spec, before, scores.files, set(), report)
    report.check()
    return transformed(stacked(scores.files), scores.verbs[:count])


def _passed(spec: FigureSpec, panel: PanelSpec, whole: Table, lacking: frozenset[str], report: Report) -> Codes | None:
    """The rows that pass; None where that cannot be said, as something is wrong with the filter."""
    where = panel.settings.where

    def at(*path: str | int) -> Place:
        return spec.place(Origin(panel.index, ("where", *path)))

    predicate, before = compiled(where, lacking), len(report.diagnostics)
    seen = {name: whole.columns[name].labels.names for name in columns_in(predicate)}
    check_values(predicate, seen, at, report)
    try:
        kept = np.flatnonzero(mask(predicate, whole, at))
    except Problems as problems:
        report.diagnostics += problems.diagnostics
    named = {str(use.column) for use in columns_of(where)}
    if len(report.diagnostics) > before or panel.is_invalid("where") or lacking & named:
        return None
    if not len(kept):
        report.add("empty-panel", "no row passes this filter", at(), why_none(where))
        return None
    return kept
