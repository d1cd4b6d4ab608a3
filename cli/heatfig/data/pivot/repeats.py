"""Scores that repeat a cell: too many where one is meant, or too few."""

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns import Labels, Scored
from heatfig.data.fields import counts
from heatfig.data.matrix import Matrix
from heatfig.data.pivot.request import Request
from heatfig.data.table import At
from heatfig.diagnostics import Place, Report
from heatfig.plan.grid import SCORED
from heatfig.scales.number_format import formatted

_JOIN = "drop one of them, or say how they become one: aggregate: mean"
MOST_APART = 2  # columns that are named in which two rows differ


def repeated(cells: Cells, scored: Scored, first: int, second: int) -> tuple[str, Place, str]:
    """What is wrong where a second row stands in the cell of a first."""
    table = cells.entries.table
    before, here = table.place(first), table.place(second)
    one, two = (_told(cells, scored, row) for row in (first, second))
    cell = cells.told(cells.entries.cell(second))
    message = f"a second score for {cell}: {one} {before.told_from(here)}, {two} here"
    return message, here, _how_apart(cells, first, second)


def _how_apart(cells: Cells, first: int, second: int) -> str:
    """What to do about two rows of one cell: to choose by the columns in which they differ, if there are any."""
    apart = []
    for name, column in cells.entries.table.columns.items():
        labels = column.labels
        one, two = (labels.names[labels.codes[row]] for row in (first, second))
        if name != cells.name and one != two:
            apart.append((len(labels.names), name, one, two))
    if not apart:
        return _JOIN
    told = [f"{name} ({one}, {two})" for _, name, one, two in sorted(apart)[:MOST_APART]]
    _, name, one, _ = min(apart)
    return f"they differ in {' and '.join(told)}: choose by where: {{{name}: {one}}}, or join them by aggregate: mean"


def _told(cells: Cells, scored: Scored, row: int) -> str:
    """A score as a message names it: the number, or the text that stands in its place."""
    kind = int(scored.kinds[row])
    if kind == SCORED:
        return formatted(float(scored.values[row]), None)
    return cells.entries.table.columns[cells.name].reading.meaning(kind).strip() or "empty"


def row_repeated(matrix: Matrix, inner: Labels, first: int, second: int) -> tuple[str, Place, str]:
    """The same of a row of a matrix."""
    before, here = (next(matrix.lines.sources(row)) for row in (first, second))
    return f"a second row '{inner.names[inner.codes[second]]}': the first is {before.told_from(here)}", here, _JOIN


def check_repeats(cells: Cells, request: Request, scored: Scored, at: At) -> None:
    """Raise Problems for cells that have fewer scores than are to be repeated."""
    wanted = request.aggregate.repeats if request.aggregate else None
    if wanted is None:
        return
    found = counts(cells.entries, scored)
    few = np.flatnonzero((found > 0) & (found < wanted))

    def told(number: int) -> tuple[str, Place, str]:
        cell = int(few[number])
        message = f"{cells.told(cell)} has {found[cell]:,} of {wanted} repeats"
        return (
            message,
            at("aggregate", "repeats"),
            f"add its rows, or mark it: repeats: {{least: {wanted}, fewer: mark}}",
        )

    report = Report()
    report.add_some("too-few-repeats", len(few), told)
    report.check()
