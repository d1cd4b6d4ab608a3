"""Points at the summaries of rows or columns."""

from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.points import Points as Spec
from heatfig.plan.tracks.points import Points


def points(place: TrackPlace, spec: Spec) -> MadeTrack:
    """Points at the summaries of rows or columns."""
    return scaled(place, spec, Points)
