"""Numbers beside those of a baseline."""

from typing import Annotated, Literal

from heatfig.language.conditions import Where
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, NewColumn, Numbers


@record(kind="compare")
class Compare(Checked):
    """Adds how a number differs from that of the baseline's row with the same key; the baseline's own rows go."""

    column: Numbers = key("column of the numbers", examples=["accuracy"])
    to: Where = key("what holds of the baseline's rows", examples=[{"method": "Probe"}])
    using: Literal["difference", "ratio", "percent"] = key(
        "number less baseline, number by baseline, or by how many percent of the baseline the number is above it",
        examples=["difference"],
    )
    by: Annotated[tuple[AnyColumn, ...], ONE_TOO] = key(
        "the columns in which a row and its baseline agree", name="key", examples=[["model", "task", "split"]]
    )
    into: NewColumn = key("name of the new column", examples=["gain"])
    missing: Literal["error", "keep"] = key(
        "`keep`: what has no baseline is missing, rather than an error", default="error", examples=["keep"]
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return (self.into,)

    def check(self, rules: Rules) -> None:
        """Each column is named once."""
        rules.once(self.by, "key")
