"""A power of even steps."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Number


@record(noun="norm")
class Power(Checked):
    """Scores are raised to a power, as in matplotlib's PowerNorm."""

    power: Number = key(
        "the exponent (gamma): below 1 gives more colours to low scores, above 1 to high ones", examples=[0.5]
    )

    classes = None  # its colours blend

    def check(self, rules: Rules) -> None:
        """Its number is above 0."""
        if self.power <= 0:
            message = f"`power` must be above 0, not {self.power:g}"
            rules.refuse("bad-range", message, "power", hint="such as 0.5")
