"""Numbers beside those of a baseline."""

from typing import Annotated, Literal

from heatfig.language.conditions import Where
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn, NewColumn, Numbers
from heatfig.scales.words import Comparison


@record(kind="compare")
class Compare(Checked):
    """Compares each number with the baseline's number of the same key, and adds the result as a column.

    The baseline's own rows are dropped.
    """

    column: Numbers = key("column of the numbers", examples=["accuracy"])
    to: Where = key("which rows are the baseline", examples=[{"method": "Probe"}])
    using: Comparison = key(
        "`difference`: number minus baseline; `ratio`: number over baseline; `percent`: the difference in percent "
        "of the baseline",
        examples=["difference"],
    )
    by: Annotated[tuple[AnyColumn, ...], ONE_TOO] = key(
        "the columns in which a row and its baseline agree", name="key", examples=[["model", "task", "split"]]
    )
    into: NewColumn = key("name of the new column", examples=["gain"])
    missing: Literal["error", "keep"] = key(
        "what to do with a row without a baseline: an `error`, or `keep` it with the result missing",
        default="error",
        examples=["keep"],
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return (self.into,)

    def check(self, rules: Rules) -> None:
        """Each column is named once."""
        rules.once(self.by, "key")
