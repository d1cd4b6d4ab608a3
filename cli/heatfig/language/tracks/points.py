"""Points at a number of each row or column."""

from heatfig.language.forms import Short
from heatfig.language.hints import record
from heatfig.language.tracks.scaled import Scaled


@record(Short(scalar="field"), kind="points")
class Points(Scaled):
    """A point for a number of each row or column, on a scale that panels share. Larger is to the right, or up."""
