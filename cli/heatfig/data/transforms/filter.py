"""filter: the rows for which a predicate holds."""

from typing import ClassVar

import numpy as np

from heatfig.data.predicates import Predicate, check_values, columns_of, looked_at, mask
from heatfig.data.table import At, Table, melted
from heatfig.diagnostics import Report, problem
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Filter:
    """Keeps rows."""

    predicate: Predicate
    by_block: ClassVar[bool] = True

    def apply(self, table: Table, at: At) -> Table:
        """The rows that pass; raises Problems for values that no row has, and where none passes."""
        kept = self.of_block(table, at)
        self.check({name: dict.fromkeys(table.columns[name].labels.names) for name in self.compared()}, len(kept), at)
        return kept

    def of_block(self, table: Table, at: At) -> Table:
        """The rows of one block that pass; others may hold what none of these has.

        Rows of a wide file are kept whole where what is asked of them stands beside their cells.
        """
        matrix = table.matrix
        if matrix is not None and columns_of(self.predicate) <= matrix.rows.keys():
            chosen = mask(self.predicate, Table(matrix.rows, matrix.lines), at)
            return table if chosen.all() else melted(matrix.take(np.flatnonzero(chosen)), table.defaults)
        return table.kept(mask(self.predicate, table, at))

    def compared(self) -> set[str]:
        """The columns whose texts are compared with values that some row must have."""
        return looked_at(self.predicate)

    def check(self, seen: dict[str, dict[str, None]], kept: int, at: At) -> None:
        """Raise Problems for values that none of the texts seen in the columns is, and where no row passed."""
        report = Report()
        check_values(self.predicate, seen, at, report)
        report.check()
        if not kept:
            hint = "each of its values is in the data, but not all in one row"
            raise problem("empty-panel", "no row passes this filter", at(), hint)
