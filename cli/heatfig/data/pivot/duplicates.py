"""Scores that stand in a cell which another one has, where one is meant."""

from collections.abc import Callable

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Codes, Labels, Numbers
from heatfig.data.matrix import Matrix
from heatfig.diagnostics import Place, refuse_some
from heatfig.plan.grid import SCORED
from heatfig.scales.number_format import formatted

_JOIN = "drop one of them, or say how they become one: aggregate: mean"
_TELL_APART = "drop one of them, or tell them apart by where they stand: scores: {file: …, row_names: repeated}"
MOST_APART = 2  # columns that are named in which two rows differ
FEW = 3  # repeats that are each told, as they may be slips
Explain = Callable[[int, int], tuple[str, Place, str]]


def duplicate(cells: Cells, numbers: Numbers, first: int, second: int) -> tuple[str, Place, str]:
    """What is wrong where a second row stands in the cell of a first."""
    table = cells.entries.table
    before, here = table.place(first), table.place(second)
    one, two = (_score_text(cells, numbers, row) for row in (first, second))
    cell = cells.describe_flat(cells.entries.cell(second))
    if hint := _how_apart(cells, first, second):
        return f"a second score for {cell}: {one} {before.relative_to(here)}, {two} here", here, hint
    if table.defaults.y is None or before.file != here.file:
        return f"a second score for {cell}: {one} {before.relative_to(here)}, {two} here", here, _JOIN
    return f"a second score for {cell}: the first is {before.relative_to(here)}", here, _TELL_APART


def _how_apart(cells: Cells, first: int, second: int) -> str:
    """How to choose between two rows of one cell by the columns in which they differ, if there are any."""
    apart = []
    for name, column in cells.entries.table.columns.items():
        labels = column.labels
        one, two = (labels.names[labels.codes[row]] for row in (first, second))
        if name != cells.name and one != two:
            apart.append((len(labels.names), name, one, two))
    if not apart:
        return ""
    named = [f"{name} ({one}, {two})" for _, name, one, two in sorted(apart)[:MOST_APART]]
    _, name, one, _ = min(apart)
    return f"they differ in {' and '.join(named)}: choose by where: {{{name}: {one}}}, or join them by aggregate: mean"


def _score_text(cells: Cells, numbers: Numbers, row: int) -> str:
    """A score as a message names it: the number, or the text that stands in its place."""
    kind = int(numbers.kinds[row])
    if kind == SCORED:
        return formatted(float(numbers.values[row]), None)
    return cells.entries.table.columns[cells.name].reading.meaning(kind).strip() or "empty"


def duplicate_row(matrix: Matrix, inner: Labels, first: int, second: int) -> tuple[str, Place, str]:
    """The same of a row of a matrix."""
    before, here = (next(matrix.lines.sources(row)) for row in (first, second))
    return (
        f"a second row '{inner.names[inner.codes[second]]}': the first is {before.relative_to(here)}",
        here,
        _TELL_APART,
    )


def refuse_duplicates(places: Codes, explain: Explain) -> None:
    """Raise Problems for places that are there again, in the words of `explain(first, second)`.

    Of more than a few, which one aggregate would mend, the first is told and how many there are.
    """
    distinct, firsts = np.unique(places, return_index=True)
    if len(firsts) == len(places):
        return
    repeated = np.delete(np.arange(len(places)), firsts)
    few = len(repeated) <= FEW

    def repeat(number: int) -> tuple[str, Place, str]:
        again = int(repeated[number])
        message, place, hint = explain(int(firsts[np.searchsorted(distinct, places[again])]), again)
        return message if few else f"{message}; {len(repeated) - 1:,} more such repeats follow", place, hint

    refuse_some("repeated-cell", len(repeated) if few else 1, repeat)
