"""Steps per factor on both sides of zero."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Number


@record(noun="norm")
class SymLog(Checked):
    """Logarithmic on both sides of zero and linear around it."""

    symlog: Number = key(
        "where the linear part ends (linthresh): scores up to this far from zero are spread evenly", examples=[0.5]
    )

    classes = None  # its colours blend

    def check(self, rules: Rules) -> None:
        """Its number is above 0."""
        if self.symlog <= 0:
            message = f"`symlog` must be above 0, not {self.symlog:g}"
            rules.refuse("bad-range", message, "symlog", hint="such as 0.5")
