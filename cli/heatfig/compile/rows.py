"""The rows that a panel shows, over one or several tables, with the names of their columns checked."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.listed import NUMERAL
from heatfig.diagnostics import Place, Report, nearest, problem
from heatfig.origin import Origin
from heatfig.scores.table import Table, Texts
from heatfig.spec.model import Settings
from heatfig.spec.read import FigureSpec, PanelSpec


@dataclass(frozen=True, eq=False)
class Rows:
    """Row numbers into the joined rows of `tables`, ascending."""

    tables: tuple[Table, ...]
    chosen: NDArray[np.int64]

    def texts(self, column: str, asked_at: Place) -> Texts:
        """One column over the chosen rows; raises Problems if a table lacks it."""
        for table in self.tables:
            if column not in table.columns:
                raise problem("unknown-column", *_unknown(column, table, asked_at))
        joined = np.concatenate([table.texts(column) for table in self.tables])
        return joined[self.chosen]

    def weights(self, count: int) -> NDArray[np.int64]:
        """How many scores each of `count` chosen entries stands for."""
        if all(table.weights is None for table in self.tables):
            return np.ones(count, np.int64)
        ones = [
            np.ones(len(table.frame), np.int64) if table.weights is None else table.weights for table in self.tables
        ]
        return np.concatenate(ones)[self.chosen]

    def keep(self, kept: NDArray[np.bool_]) -> "Rows":
        """The rows for which `kept` is true."""
        return Rows(self.tables, self.chosen[kept])

    def place(self, index: int) -> Place:
        """The line of the file in which a chosen row stands."""
        row = int(self.chosen[index])
        for table in self.tables:
            if row < len(table.frame):
                return table.place(row)
            row -= len(table.frame)
        raise IndexError(index)


@dataclass(frozen=True, eq=False)
class Selection:
    """The rows of a panel; more than are meant if the filter is not `exact`; and named columns that no table has."""

    rows: Rows
    exact: bool
    lacking: frozenset[str]


def select(spec: FigureSpec, panel: PanelSpec, tables: tuple[Table, ...], report: Report) -> Selection:
    """The rows that pass the panel's `where`; every column that the panel names is looked up first."""
    lacking: set[str] = set()
    for name, place in _named_columns(spec, panel):
        for table in tables:
            if name not in table.columns:
                lacking.add(name)
                report.add("unknown-column", *_unknown(name, table, place))
    rows = Rows(tables, np.arange(sum(len(table.frame) for table in tables)))
    before = len(report.found)
    kept = np.ones(len(rows.chosen), np.bool_)
    for column, values in panel.settings.where.items():
        if column in lacking:
            continue
        texts = rows.texts(column, spec.place(Origin(panel.index, ("where", column))))
        for index, value in enumerate(values):
            if not (texts == value).any():
                place = spec.place(Origin(panel.index, ("where", column, index)))
                found = sorted(set(texts.tolist()))
                report.add("unknown-label", f"no row has {column} '{value}'", place, nearest(value, found, "values"))
        kept &= np.isin(texts, np.array(values, object))
    exact = len(report.found) == before and not panel.lost("where") and not lacking & set(panel.settings.where)
    if exact and not kept.any():
        hint = "each of its values is in the data, but not all in one row"
        if not all(panel.settings.where.values()):
            hint = "a column with an empty list keeps nothing: leave the column out"
        report.add("empty-panel", "no row passes this filter", spec.place(Origin(panel.index, ("where",))), hint)
        exact = False
    return Selection(rows.keep(kept) if exact else rows, exact, frozenset(lacking))


def _named_columns(spec: FigureSpec, panel: PanelSpec) -> Iterator[tuple[str, Place]]:
    """The columns that a panel names, and where."""
    settings: Settings = panel.settings
    if settings.scores[0].form == "wide":
        return
    named: list[tuple[str | None, tuple[str | int, ...]]] = [(settings.value, ("value",))]
    for name, axis in (("y", settings.axes.y), ("x", settings.axes.x)):
        named += [(axis.column, ("axes", name, "column")), (axis.group, ("axes", name, "group"))]
    if settings.annotations != "none":
        named.append((settings.annotations.bold, ("annotations", "bold")))
    if settings.split is not None:
        named.append((settings.split.column, ("split", "column")))
    for index, strip in enumerate(settings.strip):
        named.append((strip.column, (*strip_path(panel, index), "column")))
    for column, path in named:
        if column is not None:
            yield column, spec.place(Origin(panel.index, path))
    for column in settings.where:
        yield column, spec.key_place(Origin(panel.index, ("where", column)))
    if spec.document.facet is not None:
        yield spec.document.facet.column, spec.place(Origin(None, ("facet", "column")))


def strip_path(panel: PanelSpec, index: int) -> tuple[str | int, ...]:
    """The path of the index-th strip, which the spec may have written without a list."""
    return ("strip", index) if isinstance(panel.node["strip"], list) else ("strip",)


def _unknown(column: str, table: Table, asked_at: Place) -> tuple[str, Place, str]:
    hint = nearest(column, table.columns, "columns")
    if any(map(NUMERAL.fullmatch, table.columns)):
        hint = "; ".join(filter(None, (hint, "the first line of a score file is to name its columns")))
    return f"no column '{column}' in {table.file}", asked_at, hint
