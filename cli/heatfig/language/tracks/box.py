"""Boxes: the quartiles of each row or column."""

from heatfig.language.forms import Short
from heatfig.language.hints import record
from heatfig.language.tracks.distribution import Distribution


@record(Short(scalar="field"), kind="box")
class Boxes(Distribution):
    """A box plot for the numbers of each row or column, on a scale that panels share.

    The box runs from the first quartile to the third, with a line at the median. Whiskers reach the farthest numbers
    within 1.5 times its length (Tukey), and points are those beyond.
    """
