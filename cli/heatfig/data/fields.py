"""Fields of cells beside their value: how many scores, and what any other column holds."""

import numpy as np

from heatfig.data.aggregates import aggregate_of
from heatfig.data.cells import Cells, Field, TextGrid, grid_of
from heatfig.data.columns.arrays import Codes, Numbers, first_rows
from heatfig.data.entries import Entries
from heatfig.data.table import weights_of
from heatfig.diagnostics import Place, refuse_some
from heatfig.plan.grid import NO_ROW, SCORED, Grid
from heatfig.scales.words import Using


def counts(entries: Entries, numbers: Numbers) -> Codes:
    """How many scores each cell has."""
    present = numbers.kinds == SCORED
    weights = weights_of(entries.table)[present]
    return np.bincount(entries.by_row()[present], weights, entries.size).astype(np.int64)


def count_field(entries: Entries, numbers: Numbers, grid: Grid) -> Field:
    """How many scores each cell has, as a field; a cell of a matrix has one at most."""

    def make() -> Grid:
        found = grid.kinds == SCORED if entries.flat is None else counts(entries, numbers).reshape(entries.shape)
        return Grid(found.astype(np.float64), np.full(entries.shape, SCORED, np.int16))

    return Field(make)


def column_field(cells: Cells, name: str, using: Using | None, spec_at: Place) -> Field:
    """What a column holds in each cell: its one value, or an aggregate; raises Problems where it differs in a cell."""
    column = cells.entries.table.column(name, spec_at)
    numeric = not column.reading.categories and not column.numbers.wrong

    def make() -> Grid | TextGrid:
        if using is None:
            _refuse_differing(cells, name, cells.entries.by_row())
        elif using != "first":
            return _aggregated(cells.entries, cells.entries.table.numbers(name, spec_at), using)
        return _first_number(cells, name) if numeric else _first_text(cells, name)

    return Field(make).take(cells.down, cells.across)


def named_field(cells: Cells, name: str, spec_at: Place) -> Field:
    """Any field by its name: one that the cells have, or a column's one value in each cell."""
    return cells.fields.get(name) or column_field(cells, name, None, spec_at).without(cells.hidden)


def text_field(cells: Cells, name: str, spec_at: Place) -> Field:
    """What a column holds in each cell as it is written there; raises Problems where it differs in a cell."""
    cells.entries.table.column(name, spec_at)

    def make() -> TextGrid:
        _refuse_differing(cells, name, cells.entries.by_row())
        return _first_text(cells, name)

    return Field(make).take(cells.down, cells.across).without(cells.hidden)


def _aggregated(entries: Entries, numbers: Numbers, using: Using) -> Grid:
    flat, found = entries.by_row(), np.full(entries.size, np.nan)
    present = numbers.kinds == SCORED
    held, groups = np.unique(flat[present], return_inverse=True)
    weights = weights_of(entries.table)[present]
    found[held] = aggregate_of(groups, len(held), numbers.values[present], weights, using)
    return grid_of(found, entries.shape)


def _first_text(cells: Cells, name: str) -> TextGrid:
    labels = cells.entries.table.columns[name].labels
    codes = np.full(cells.entries.size, -1)
    flat = cells.entries.by_row()
    codes[flat[::-1]] = labels.codes[::-1]
    return TextGrid(codes.reshape(cells.entries.shape), labels.names)


def _first_number(cells: Cells, name: str) -> Grid:
    numbers = cells.entries.table.columns[name].numbers
    flat = cells.entries.by_row()
    values, kinds = np.full(cells.entries.size, np.nan), np.full(cells.entries.size, NO_ROW, np.int16)
    values[flat[::-1]], kinds[flat[::-1]] = numbers.values[::-1], numbers.kinds[::-1]
    return Grid(values.reshape(cells.entries.shape), kinds.reshape(cells.entries.shape))


def _refuse_differing(cells: Cells, name: str, flat: Codes) -> None:
    table = cells.entries.table
    labels = table.columns[name].labels
    first = first_rows(flat, cells.entries.size)
    differing = np.flatnonzero(labels.codes != labels.codes[first[flat]])

    def explain(number: int) -> tuple[str, Place, str]:
        row = int(differing[number])
        one, two = (labels.names[labels.codes[at]] for at in (int(first[flat[row]]), row))
        here, before = table.place(row), table.place(int(first[flat[row]]))
        message = f"the column '{name}' differs within a cell: '{one}' {before.relative_to(here)}, '{two}' here"
        return message, here, f"say which is shown: aggregate: {{columns: {{{name}: first}}}}"

    refuse_some("differing-values", len(differing), explain)
