"""Rows put together."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, NewColumn, Number, Numbers
from heatfig.scales.words import Using


@record(kind="aggregate", noun="transform.aggregate")
class AggregateRows(Checked):
    """Combines the rows that agree in the columns `by` into one row. It keeps these columns and the new one only."""

    using: Using = key("how to combine the numbers; `count` without a `column` counts rows", examples=["mean"])
    column: Numbers | None = key("column of the numbers", default=None, examples=["accuracy"])
    by: Annotated[tuple[AnyColumn, ...], ONE_TOO] = key("the columns to group by", examples=[["model", "task"]])
    into: NewColumn = key("name of the new column", examples=["average"])
    complete: Number | None = key(
        "adds a row with this number for each combination of labels that has none", default=None, examples=[0]
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return (self.into,)

    def check(self, rules: Rules) -> None:
        """Only rows are counted without a column, and each column is named once."""
        rules.once(self.by, "by")
        if self.column is None and self.using != "count":
            message = f"`{self.using}` needs a column: the key 'column' is missing"
            rules.refuse("missing-key", message, hint="column: COLUMN")
