"""A panel's rows as scores with labels along both axes."""

from dataclasses import dataclass, replace

import numpy as np

from heatfig.compile.facets import View
from heatfig.compile.labels import Label
from heatfig.compile.pivot import Codes
from heatfig.data.columns import Labels, Scored, distinct
from heatfig.data.readers.chunk import Values
from heatfig.diagnostics import Place
from heatfig.language.read import FigureSpec
from heatfig.plan.grid import SCORED
from heatfig.scales.number_format import formatted


@dataclass(frozen=True, eq=False)
class Along:
    """The labels along one axis: the distinct ones in first appearance, and which of them each row holds.

    In wide form there is one for each row or column of the file, else one for each score.
    """

    labels: list[Label]
    codes: Codes


@dataclass(frozen=True, eq=False)
class Long:
    """A panel's scores: labels along both axes, part and kind of each score."""

    view: View
    y: Along
    x: Along
    part: Labels
    scored: Scored

    @property
    def wide(self) -> bool:
        """Whether the scores are a matrix of rows and columns."""
        return self.scored.values.ndim == 2

    def at(self, index: int) -> tuple[int, int]:
        """Where the labels of a score stand along y and x."""
        return divmod(index, len(self.x.codes)) if self.wide else (index, index)

    def place(self, index: int) -> Place:
        """The line of a score."""
        return self.view.rows.place(self.at(index)[0])

    def cell(self, index: int) -> str:
        """A score's cell in words."""
        y, x = self.at(index)
        found = (self.y.labels[self.y.codes[y]], self.x.labels[self.x.codes[x]])
        row, column = (" / ".join(filter(None, label)) for label in found)
        part = self.part.names[self.part.codes[0 if self.wide else index]]
        return f"row '{row}', column '{column}'" + (f", part '{part}'" if part else "")

    def told(self, index: int) -> str:
        """A score as a message names it: the number, or the text that stands in its place."""
        kind = int(self.scored.kinds.flat[index])
        if kind == SCORED:
            return formatted(float(self.scored.values.flat[index]), None)
        return (list(self.view.settings.missing.tokens)[kind - 1]).strip() if kind else "empty"


def long_form(spec: FigureSpec, view: View) -> Long:
    """The scores of a view; a column that no table has leaves its labels or scores empty."""
    settings = view.settings
    asked = Values(settings.value, tuple(settings.missing.tokens))
    if settings.scores[0].form == "wide":
        table = view.rows.tables[0]
        heads = distinct(table.columns[1:])
        scored = view.rows.scores(replace(asked, column=None), spec.place(view.origin("scores")))
        return Long(view, _along(None, table.labels[table.columns[0]]), _along(None, heads), distinct([""]), scored)
    rows = len(view.rows.chosen)

    def column(name: str | None, *path: str) -> Labels:
        if name is None or name in view.selection.lacking:
            return Labels(np.zeros(rows, np.int64), ("",))
        return view.rows.labels(name, spec.place(view.origin(*path)))

    y, x = (
        _along(
            column(axis.group.column, "axes", name, "group", "column") if axis.group is not None else None,
            column(axis.column, "axes", name, "column"),
        )
        for name, axis in (("y", settings.axes.y), ("x", settings.axes.x))
    )
    part = column(settings.split.column if settings.split else None, "split", "column")
    if settings.value is None or settings.value in view.selection.lacking:
        return Long(view, y, x, part, Scored(np.full(rows, np.nan), np.zeros(rows, np.int16), {}))
    return Long(view, y, x, part, view.rows.scores(asked, spec.place(view.origin("value"))))


def _along(group: Labels | None, inner: Labels) -> Along:
    if group is None:
        return Along([("", name) for name in inner.names], inner.codes)
    pairs, first, codes = np.unique(
        group.codes * len(inner.names) + inner.codes, return_index=True, return_inverse=True
    )
    order = np.argsort(first)
    found = [divmod(pair, len(inner.names)) for pair in pairs[order].tolist()]
    return Along([(group.names[outer], inner.names[name]) for outer, name in found], np.argsort(order)[codes])
