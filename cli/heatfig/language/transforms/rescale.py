"""Numbers on another scale."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Number, Numbers


@record(kind="rescale")
class Rescale(Checked):
    """Rescales columns linearly, from one range to another."""

    columns: Annotated[tuple[Numbers, ...], ONE_TOO] = key("the columns", examples=["accuracy"])
    source: tuple[Number, ...] = key("the range now; numbers outside it are an error", name="from", examples=[[0, 1]])
    target: tuple[Number, ...] = key("the new range", name="to", examples=[[0, 100]])

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return ()

    def check(self, rules: Rules) -> None:
        """Columns are named once; both scales have two ends, and the first some length."""
        rules.once(self.columns, "columns")
        for name, ends in (("from", self.source), ("to", self.target)):
            rules.pair(ends, "two numbers", name)
        if len(self.source) == 2 and self.source[0] == self.source[1]:
            message = "the two ends of the scale must differ"
            rules.refuse("bad-range", message, "from", hint="such as from: [1, 5]")
