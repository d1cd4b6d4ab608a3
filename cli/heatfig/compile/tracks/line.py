"""A line through the summaries of rows or columns."""

from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.line import LineTrack as Spec
from heatfig.plan.tracks.line import LineTrack


def line(place: TrackPlace, spec: Spec) -> MadeTrack:
    """A line through the summaries of rows or columns."""
    return scaled(place, spec, LineTrack)
