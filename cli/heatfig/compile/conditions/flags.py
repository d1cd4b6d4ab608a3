"""Cells by a column of true and false."""

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns import first_rows
from heatfig.data.views import viewed
from heatfig.diagnostics import Place, Report
from heatfig.runtime.arrays import Flags

_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False, "": False}


def flags(cells: Cells, column: str, asked_at: Place) -> Flags:
    """The cells of which a column says that it is so; raises Problems where it says neither, or both of one cell."""
    table = cells.entries.table
    labels = table.labels(column, asked_at)
    truths = [_TRUTH.get(name.strip().casefold()) for name in labels.names]
    flat = cells.entries.by_row()
    first = first_rows(flat, cells.entries.size)
    known = np.array([bool(truth) for truth in truths], np.bool_)[labels.codes]
    wrong = np.flatnonzero(np.array([truth is None for truth in truths], np.bool_)[labels.codes])
    at_odds = np.flatnonzero(known != known[first[flat]])

    def explain(number: int) -> tuple[str, Place, str]:
        row = int(wrong[number])
        message = f"'{labels.names[labels.codes[row]]}' in the column '{column}' is neither true nor false"
        return message, table.place_of(column, row), "true, false or empty"

    def explain_contradiction(number: int) -> tuple[str, Place, str]:
        row = int(at_odds[number])
        before, here = table.place(int(first[flat[row]])), table.place(row)
        message = f"the column '{column}' says both true and false of {cells.told_by_entry(row)}"
        return message, here, f"all rows of a cell say the same; line {before.line} says otherwise"

    report = Report()
    report.add_some("not-boolean", len(wrong), explain)
    report.add_some("not-boolean", 0 if len(wrong) else len(at_odds), explain_contradiction)
    report.check()
    found = np.zeros(cells.entries.size, np.bool_)
    found[flat] = known
    return np.asarray(viewed(found.reshape(cells.entries.shape), cells.down, cells.across), np.bool_)
