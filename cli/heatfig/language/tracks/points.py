"""Points at a number of each row or column."""

from heatfig.language.forms import Short
from heatfig.language.hints import record
from heatfig.language.tracks.scaled import Scaled


@record(Short(scalar="field"), kind="points")
class Points(Scaled):
    """A point at a number of each row or column, with a scale of its own; more is to the right, or up."""
