"""Cells by a column of true and false."""

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Codes, Labels, first_rows
from heatfig.data.columns.views import viewed
from heatfig.diagnostics import Place, refuse_some
from heatfig.runtime.arrays import Flags

_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def flags(cells: Cells, column: str, spec_at: Place) -> Flags:
    """The cells of which a column says that it is so; raises Problems where it says neither, or both of one cell."""
    labels = cells.entries.table.labels(column, spec_at)
    truths = [_TRUTH.get(name.strip().casefold()) for name in labels.names]
    _refuse_others(cells, column, labels, np.array([truth is None for truth in truths], np.bool_)[labels.codes])
    flat, known = cells.entries.by_row(), np.array(truths, np.bool_)[labels.codes]
    _refuse_contradictions(cells, column, flat, known)
    found = np.zeros(cells.entries.size, np.bool_)
    found[flat] = known
    return np.asarray(viewed(found.reshape(cells.entries.shape), cells.down, cells.across), np.bool_)


def _refuse_others(cells: Cells, column: str, labels: Labels, wrong: Flags) -> None:
    """Raise Problems for rows whose text is no flag."""
    rows, table = np.flatnonzero(wrong), cells.entries.table

    def explain(number: int) -> tuple[str, Place, str]:
        row = int(rows[number])
        message = f"'{labels.names[labels.codes[row]]}' in the column '{column}' is neither true nor false"
        return message, table.place_of(column, row), "true, false or empty"

    refuse_some("not-boolean", len(rows), explain)


def _refuse_contradictions(cells: Cells, column: str, flat: Codes, known: Flags) -> None:
    """Raise Problems for rows that say otherwise than the first one of their cell."""
    first, table = first_rows(flat, cells.entries.size), cells.entries.table
    rows = np.flatnonzero(known != known[first[flat]])

    def explain(number: int) -> tuple[str, Place, str]:
        row = int(rows[number])
        before, here = table.place(int(first[flat[row]])), table.place(row)
        message = f"the column '{column}' says both true and false of {cells.describe_entry(row)}"
        return message, here, f"all rows of a cell say the same; line {before.line} says otherwise"

    refuse_some("not-boolean", len(rows), explain)
