"""The rows that a panel shows, over one or several tables, with the names of their columns checked."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.match_labels import NUMERAL
from heatfig.compile.predicates import Asked, passes, predicates_of, why_none
from heatfig.data.columns import WRONG, Labels, Scored, Texts, joined_labels, joined_scores
from heatfig.data.readers.chunk import Chunk, Values
from heatfig.diagnostics import Place, Report, nearest, problem
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.columns import columns_of
from heatfig.language.conditions.predicate import Same
from heatfig.language.read import FigureSpec, PanelSpec


@dataclass(frozen=True, eq=False)
class Rows:
    """Row numbers into the joined rows of `tables`, ascending."""

    tables: tuple[Chunk, ...]
    chosen: NDArray[np.int64]

    def labels(self, column: str, asked_at: Place) -> Labels:
        """One column over the chosen rows; raises Problems if a table lacks it."""
        self._check(column, asked_at)
        return joined_labels([table.labels[column] for table in self.tables]).taken(self.chosen)

    def texts(self, column: str, asked_at: Place) -> Texts:
        """The same, row by row."""
        return self.labels(column, asked_at).texts()

    def scores(self, asked: Values, asked_at: Place) -> Scored:
        """One column of scores over the chosen rows; raises Problems if a table lacks it."""
        if asked.column is not None:
            self._check(asked.column, asked_at)
        found = joined_scores([table.scores[asked] for table in self.tables])
        if len(self.chosen) == len(found.values):
            return found
        kinds = found.kinds[self.chosen]
        wrong = {at: found.wrong[int(self.chosen[at])] for at in np.flatnonzero(kinds == WRONG).tolist()}
        return Scored(found.values[self.chosen], kinds, wrong)

    def _check(self, column: str, asked_at: Place) -> None:
        for table in self.tables:
            if column not in table.columns:
                raise problem("unknown-column", *_unknown(column, table, asked_at))

    def weights(self, count: int) -> NDArray[np.int64]:
        """How many scores each of `count` chosen entries stands for."""
        if all(table.weights is None for table in self.tables):
            return np.ones(count, np.int64)
        ones = [
            np.ones(len(table.lines), np.int64) if table.weights is None else table.weights for table in self.tables
        ]
        return np.concatenate(ones)[self.chosen]

    def keep(self, kept: NDArray[np.bool_]) -> "Rows":
        """The rows for which `kept` is true."""
        return Rows(self.tables, self.chosen[kept])

    def parted(self, labels: Labels) -> list["Rows"]:
        """The rows of each label, for labels over the chosen rows."""
        order = np.argsort(labels.codes, kind="stable")
        ends = np.cumsum(np.bincount(labels.codes, minlength=len(labels.names)))[:-1]
        return [Rows(self.tables, self.chosen[part]) for part in np.split(order, ends)]

    def place(self, index: int) -> Place:
        """The line of the file in which a chosen row stands."""
        row = int(self.chosen[index])
        for table in self.tables:
            if row < len(table.lines):
                return table.place(row)
            row -= len(table.lines)
        raise IndexError(index)


@dataclass(frozen=True, eq=False)
class Selection:
    """The rows of a panel; more than are meant if the filter is not `exact`; and named columns that no table has."""

    rows: Rows
    exact: bool
    lacking: frozenset[str]


def select(spec: FigureSpec, panel: PanelSpec, tables: tuple[Chunk, ...], report: Report) -> Selection:
    """The rows that pass the panel's `where`; every column that the panel names is looked up first."""
    lacking: set[str] = set()
    for name, place in _named_columns(spec, panel):
        for table in tables:
            if name not in table.columns:
                lacking.add(name)
                report.add("unknown-column", *_unknown(name, table, place))
    rows = Rows(tables, np.arange(sum(len(table.lines) for table in tables)))
    before = len(report.found)
    named = {use.column for use in columns_of(panel.settings.where)}
    kept = _passed(spec, panel, rows, lacking, report)
    exact = len(report.found) == before and not panel.lost("where") and not lacking & named
    if exact and not kept.any():
        place = spec.place(Origin(panel.index, ("where",)))
        report.add("empty-panel", "no row passes this filter", place, why_none(panel.settings.where))
        exact = False
    return Selection(rows.keep(kept) if exact else rows, exact, frozenset(lacking))


def _passed(spec: FigureSpec, panel: PanelSpec, rows: Rows, lacking: set[str], report: Report) -> NDArray[np.bool_]:
    """The rows that pass one of the predicates; a column that is not there is left out of them."""

    def labels(column: str, path: Path) -> Labels:
        return rows.labels(column, spec.place(Origin(panel.index, path)))

    any_passed = np.zeros(len(rows.chosen), np.bool_)
    for path, predicate in predicates_of(panel.settings.where):
        passed = np.ones(len(rows.chosen), np.bool_)
        for column, test in predicate.items():
            inside = (*path, str(column))
            other = test.column if isinstance(test, Same) else None
            if lacking.isdisjoint({column, other}):
                asked = Asked(spec, panel.index, inside, column, labels(column, inside), report)
                passed &= passes(test, asked, None if other is None else labels(other, (*inside, "same")))
        any_passed |= passed
    return any_passed


def _named_columns(spec: FigureSpec, panel: PanelSpec) -> Iterator[tuple[str, Place]]:
    """The columns that a panel names, and where."""
    settings = panel.settings
    if settings.scores[0].form == "wide":
        return
    for use in columns_of(settings):
        origin = Origin(panel.index, use.path)
        yield use.column, spec.key_place(origin) if use.by_key else spec.place(origin)
    if spec.document.facet is not None:
        yield spec.document.facet.column, spec.place(Origin(None, ("facet", "column")))


def _unknown(column: str, table: Chunk, asked_at: Place) -> tuple[str, Place, str]:
    hint = nearest(column, table.columns, "columns")
    if any(map(NUMERAL.fullmatch, table.columns)):
        hint = "; ".join(filter(None, (hint, "the first line of a score file is to name its columns")))
    return f"no column '{column}' in {table.file}", asked_at, hint
