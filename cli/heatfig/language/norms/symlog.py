"""Steps per factor on both sides of zero."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Number


@record(noun="norm")
class SymLog:
    """By the logarithm on both sides of zero, evenly about it."""

    symlog: Number = key("how far from zero, on either side, scores are spread evenly", examples=[0.5])
