"""Bars of a number of each row or column."""

from heatfig.language.forms import Short
from heatfig.language.hints import record
from heatfig.language.tracks.scaled import Scaled


@record(Short(scalar="field"), kind="bars")
class Bars(Scaled):
    """A bar for a number of each row or column, from 0 on, with a scale of its own."""
