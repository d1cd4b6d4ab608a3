"""A line through a number of each row or column."""

from heatfig.language.forms import Short
from heatfig.language.hints import record
from heatfig.language.tracks.scaled import Scaled


@record(Short(scalar="field"), kind="line")
class LineTrack(Scaled):
    """A line through a number of each row or column, on a scale that panels share. It is broken where there is none."""
