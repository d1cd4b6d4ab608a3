"""extract: parts of texts as columns."""

from typing import ClassVar

import numpy as np

from heatfig.data.columns.arrays import Labels
from heatfig.data.columns.column import Column
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, Report
from heatfig.runtime.captures import captured, captures
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Extract:
    """Adds a column for each name that a pattern captures of the texts of one."""

    column: str
    pattern: str
    keep_missing: bool = False
    by_block: ClassVar[bool] = True

    def apply(self, table: Table, at: At) -> Table:
        """The table with the columns; raises Problems for texts that the pattern does not fit."""
        names = captures(self.pattern)
        for name in names:
            table.check_new(name, at("pattern"))
        column = table.column(self.column, at("column"))
        found = [self._parts(text, column) for text in column.labels.names]
        if not self.keep_missing:
            self._refuse(table, column.labels, [code for code, parts in enumerate(found) if parts is None])
        nothing = ("",) * len(names)
        texts = zip(*(parts or nothing for parts in found), strict=True) if found else ((),) * len(names)
        made = {name: _part(column, each) for name, each in zip(names, texts, strict=True)}
        return table.with_columns(made)

    def _parts(self, text: str, column: Column) -> tuple[str, ...] | None:
        """What each name stands for; of a text that means missing that text."""
        if text.strip() in {"", *column.reading.tokens}:
            return (text,) * len(captures(self.pattern))
        fits = captured(self.pattern, text)
        return None if fits is None else tuple(part for _, part in fits)

    def _refuse(self, table: Table, labels: Labels, wrong: list[int]) -> None:
        def told(number: int) -> tuple[str, Place, str]:
            code = wrong[number]
            message = f"{self.column} '{labels.names[code]}' does not match '{self.pattern}'"
            hint = "missing: keep leaves its parts missing; a `filter` before leaves its rows out"
            return message, table.place_of(self.column, int((labels.codes == code).argmax())), hint

        report = Report()
        report.add_some("unfitting-text", len(wrong), told)
        report.check()


def _part(column: Column, texts: tuple[str, ...]) -> Column:
    """A part of each text of a column, read as these are."""
    index: dict[str, int] = {}
    codes = np.array([index.setdefault(text, len(index)) for text in texts], np.int64)[column.labels.codes]
    labels = Labels(codes, tuple(index)).taken(slice(None))
    return Column(lambda: labels, column.reading, column.rows)
