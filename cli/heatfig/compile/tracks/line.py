"""A line through a summary of each line of the grid."""

from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.line import LineTrack as Spec
from heatfig.plan.tracks.line import LineTrack


def line(place: TrackPlace, spec: Spec) -> MadeTrack:
    """A line through a summary of each line of the grid."""
    return scaled(place, spec, LineTrack)
