"""rescale: numbers from one range onto another."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from heatfig.data.columns.arrays import Numbers
from heatfig.data.columns.column import Column, of
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, Report
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import formatted


@dataclass(frozen=True)
class Rescale:
    """Moves the numbers of some columns as `source` is moved onto `target`."""

    columns: Sequence[str]
    source: tuple[float, float]
    target: tuple[float, float]
    by_block: ClassVar[bool] = True

    def apply(self, table: Table, at: At) -> Table:
        """The table with its columns rescaled; raises Problems for numbers outside the range."""
        report = Report()
        moved = {
            name: self._moved(table, name, at("columns", index), report) for index, name in enumerate(self.columns)
        }
        report.check()
        return table.with_columns(moved)

    def _moved(self, table: Table, name: str, spec_at: Place, report: Report) -> Column:
        numbers = table.numbers(name, spec_at)
        low, high = min(self.source), max(self.source)
        outside = np.flatnonzero((numbers.values < low) | (numbers.values > high))

        def explain(number: int) -> tuple[str, Place, str]:
            row = int(outside[number])
            value = formatted(float(numbers.values[row]), None)
            message = f"{name} {value} lies outside the range from {low:g} to {high:g} that is rescaled"
            return message, table.place(row), "widen `from`, or filter its rows out before"

        report.add_some("out-of-bounds", len(outside), explain)
        (start, end), (first, last) = self.source, self.target
        with np.errstate(over="ignore", invalid="ignore"):  # of numbers outside, which are told
            share = (numbers.values - start) / (end - start)
            moved = first * (1 - share) + last * share
        return of(Numbers(moved, numbers.kinds, {}), table.columns[name].reading)
