"""A power of even steps."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Number


@record(noun="norm")
class Power(Checked):
    """By a power of a score's share of the range."""

    power: Number = key("the exponent: below 1 low scores have more of the colours, above 1 high ones", examples=[0.5])

    classes = None  # its colours blend

    def check(self, rules: Rules) -> None:
        """Its number is above 0."""
        if self.power <= 0:
            message = f"the number of `power` is above 0, not {self.power:g}"
            rules.refuse("bad-range", message, "power", hint="such as 0.5")
