"""A power of even steps."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Number


@record(noun="norm")
class Power:
    """By a power of a score's share of the range."""

    power: Number = key("the exponent: below 1 low scores have more of the colours, above 1 high ones", examples=[0.5])
