"""Rows put together."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, NewColumn, Number, Numbers
from heatfig.scales.words import Using


@record(kind="aggregate", noun="transform.aggregate")
class AggregateRows(Checked):
    """Makes one row of those that agree in some columns, and keeps these columns and the new one alone."""

    using: Using = key("what becomes of the numbers; `count` without a `column` counts rows", examples=["mean"])
    column: Numbers | None = key("column of the numbers", default=None, examples=["accuracy"])
    by: Annotated[tuple[AnyColumn, ...], ONE_TOO] = key(
        "the columns whose texts rows have in common", examples=[["model", "task"]]
    )
    into: NewColumn = key("name of the new column", examples=["average"])
    complete: Number | None = key(
        "adds a row with this number for each combination of their texts that has none", default=None, examples=[0]
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return (self.into,)

    def check(self, rules: Rules) -> None:
        """Only rows are counted without a column, and each column is named once."""
        rules.once(self.by, "by")
        if self.column is None and self.using != "count":
            message = f"`{self.using}` is of a column: the key 'column' is missing"
            rules.refuse("missing-key", message, hint="column: COLUMN")
