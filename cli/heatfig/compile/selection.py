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
from heatfig.data.table import Table, stacked
from heatfig.diagnostics import Place, Problems, Report, nearest
from heatfig.diagnostics.origin import Origin
from heatfig.language.columns import columns_of
from heatfig.language.read import FigureSpec, PanelSpec


@dataclass(frozen=True, eq=False)
class Selection:
    """Rows of a panel's files; more than are meant if the filter is not `exact`; and named columns that are not there.

    `rows` are None where all of the files' are shown.
    """

    files: tuple[Table, ...]
    whole: Table
    rows: Codes | None
    exact: bool
    lacking: frozenset[str]

    @cached_property
    def table(self) -> Table:
        """The rows that are shown."""
        return self.whole if self.rows is None else self.whole.taken(self.rows)

    def in_files(self, rows: Codes) -> Codes:
        """The numbers that rows of the table have in all of the files."""
        return rows if self.rows is None else self.rows[rows]


def select(spec: FigureSpec, panel: PanelSpec, files: tuple[Table, ...], report: Report) -> Selection:
    """The rows that pass the panel's `where`; every column that the panel names is looked up first."""
    lacking: set[str] = set()
    for name, place in _named_columns(spec, panel):
        for table in files:
            if name not in table.columns:
                lacking.add(name)
                report.add("unknown-column", *_unknown(name, table, place))
    whole, where = stacked(files), panel.settings.where
    if not where:
        return Selection(files, whole, None, not panel.lost("where"), frozenset(lacking))
    rows = _passed(spec, panel, whole, frozenset(lacking), report)
    return Selection(files, whole, rows, rows is not None, frozenset(lacking))


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


def _named_columns(spec: FigureSpec, panel: PanelSpec) -> Iterator[tuple[str, Place]]:
    """The columns that a panel names, and where."""
    settings = panel.settings
    if settings.scores[0].form == "wide":
        return
    for use in columns_of(settings):
        origin = Origin(panel.index, use.path)
        yield str(use.column), spec.key_place(origin) if use.by_key else spec.place(origin)
    if spec.document.facet is not None:
        yield str(spec.document.facet.column), spec.place(Origin(None, ("facet", "column")))


def _unknown(column: str, table: Table, asked_at: Place) -> tuple[str, Place, str]:
    known = table.header or (*table.columns, *table.others)
    hint = nearest(column, known, "columns")
    if any(map(NUMERAL.fullmatch, known)):
        hint = "; ".join(filter(None, (hint, "the first line of a score file is to name its columns")))
    return f"no column '{column}' in {table.place(0).file}", asked_at, hint
