"""Cells that are looked at together: those of a label, of a group, or all of the grid."""

from collections.abc import Sequence

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Codes, Floats
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.stretches import stretches
from heatfig.scales.words import Within


@dataclass(frozen=True, eq=False)
class Classes:
    """The cells that are looked at together, `per` label or group: of rows in one class and columns in one class."""

    rows: Codes
    columns: Codes
    count: tuple[int, int]
    per: Sequence[Within]

    def sums(self, values: Floats) -> Floats:
        """The sum of each class, some rows at a time, missing scores being 0."""
        found = np.zeros(self.count)
        for some in stretches(values):
            np.add.at(found, self.rows[some], self.across(np.nan_to_num(values[some]).sum(axis=2)))
        return found

    def across(self, rows: Floats) -> Floats:
        """Sums of rows over the columns of a class."""
        if self.count[1] == 1:
            return np.asarray(rows.sum(axis=1, keepdims=True), np.float64)
        if self.count[1] == len(self.columns):
            return rows
        found = np.zeros((len(rows), self.count[1]))
        for number in range(self.count[1]):
            found[:, number] = rows[:, self.columns == number].sum(axis=1)
        return found

    def spread_out(self, found: Floats, some: slice) -> Floats:
        """What was found of each class at each cell of some rows."""
        return found[self.rows[some]][:, self.columns, None]


def classes_of(cells: Cells, per: Sequence[Within]) -> Classes:
    """The classes of a grid: within each of these; several cross each other."""
    rows, columns = np.zeros(cells.shape[0], np.int64), np.zeros(cells.shape[1], np.int64)
    # Within each label of x: every column is a class of its own.
    if "x" in per:
        columns = np.arange(cells.shape[1])
    elif "x.group" in per:
        columns = _groups([key.group for key in cells.columns.keys])
    if "y" in per:
        rows = np.arange(cells.shape[0])
    elif "y.group" in per:
        rows = _groups([key.group for key in cells.rows.keys])
    return Classes(rows, columns, (int(rows.max(initial=-1)) + 1, int(columns.max(initial=-1)) + 1), per)


def _groups(names: Sequence[str]) -> Codes:
    place = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.array([place[name] for name in names], np.int64)
