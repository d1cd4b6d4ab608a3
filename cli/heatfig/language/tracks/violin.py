"""Violins: how densely the numbers of each row or column lie."""

from heatfig.language.forms import Short
from heatfig.language.hints import record
from heatfig.language.tracks.distribution import Distribution


@record(Short(scalar="field"), kind="violin")
class Violins(Distribution):
    """A violin for the numbers of each row or column, on a scale that panels share.

    Its width is their density, by Gaussian kernels with Scott's rule, from the lowest number to the highest; all
    violins are equally wide where they are widest. Where all numbers are the same, it is a line.
    """
