"""A line through a summary of each line of the grid."""

from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.line import LineTrack as Asked
from heatfig.plan.tracks.line import Line


def line(place: TrackPlace, asked: Asked) -> Made:
    """A line through a summary of each line of the grid."""
    return scaled(place, asked, Line)
