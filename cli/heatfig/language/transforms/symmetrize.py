"""Pairs without an order."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import AnyColumn


@record(kind="symmetrize", bare=True)
class Symmetrize(Checked):
    """Adds each row again with the labels of two columns swapped, unless they are equal."""

    pair: tuple[AnyColumn, ...] = key("the two columns", name="symmetrize", examples=[["task", "trained_on"]])

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return ()

    def check(self, rules: Rules) -> None:
        """A pair is of two columns."""
        rules.pair(self.pair, "two columns")
        rules.once(self.pair)
