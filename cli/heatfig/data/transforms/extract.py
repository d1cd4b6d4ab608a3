"""extract: parts of texts as columns."""

from typing import ClassVar

from heatfig.data.columns.arrays import Labels, with_names
from heatfig.data.columns.column import Column
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, problem, refuse_some
from heatfig.runtime.captures import captured, captures, parts_of
from heatfig.runtime.deferred import dataclass

MOST_TRIED = 50_000_000  # characters, those of each text once for each part of the pattern


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
        if sum(map(len, column.labels.names)) * len(parts_of(self.pattern)) > MOST_TRIED:
            message, hint = "a pattern of many parts for such long texts", "fewer parts, or a `filter` before"
            raise problem("too-large", message, at("pattern"), hint)
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
        def explain(number: int) -> tuple[str, Place, str]:
            code = wrong[number]
            message = f"{self.column} '{labels.names[code]}' does not match '{self.pattern}'"
            hint = "missing: keep leaves its parts missing; a `filter` before leaves its rows out"
            return message, table.place_of(self.column, labels.first_row(code)), hint

        refuse_some("unfitting-text", len(wrong), explain)


def _part(column: Column, texts: tuple[str, ...]) -> Column:
    """A part of each text of a column, read as these are."""
    labels = with_names(column.labels, texts).take(slice(None))
    return Column(lambda: labels, column.reading, column.rows)
