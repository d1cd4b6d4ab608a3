"""Which rows of a table stand in which cell."""

from functools import cached_property

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.data.table import Table
from heatfig.runtime.deferred import dataclass

Shape = tuple[int, int, int]


@dataclass(frozen=True, eq=False)
class Entries:
    """The rows of a table and the flat index of the cell of each; a matrix has the places of its rows and columns."""

    table: Table
    shape: Shape
    flat: Codes | None
    sides: tuple[Codes, Codes] | None = None

    @property
    def size(self) -> int:
        """How many cells there are."""
        return int(np.prod(self.shape))

    def by_row(self) -> Codes:
        """The flat index of the cell of each row."""
        if self.flat is not None:
            return self.flat
        assert self.sides is not None
        down, across = self.sides
        return np.add.outer(down * self.shape[1], across).ravel()

    def cell(self, row: int) -> int:
        """The flat index of a row's cell."""
        if self.flat is not None:
            return int(self.flat[row])
        assert self.sides is not None
        down, across = divmod(row, len(self.sides[1]))
        return int(self.sides[0][down]) * self.shape[1] + int(self.sides[1][across])

    def rows(self, cell: int) -> list[int]:
        """The rows of a cell."""
        if self.flat is not None:
            order, cells = self._by_cell
            first, end = np.searchsorted(cells, [cell, cell + 1])
            found: list[int] = order[first:end].tolist()
            return found
        assert self.sides is not None
        down, across = divmod(cell, self.shape[1])
        width = len(self.sides[1])
        pairs = (np.flatnonzero(places == at).tolist() for places, at in zip(self.sides, (down, across), strict=True))
        return [row * width + column for row in next(pairs) for column in next(pairs)]

    @cached_property
    def _by_cell(self) -> tuple[Codes, Codes]:
        """The rows in the order of their cells, and these."""
        assert self.flat is not None
        order = np.argsort(self.flat, kind="stable")
        return order, self.flat[order]
