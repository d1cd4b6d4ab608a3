"""Points where a summary of each line says."""

from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.points import Points as Spec
from heatfig.plan.tracks.points import Points


def points(place: TrackPlace, spec: Spec) -> MadeTrack:
    """Points where a summary of each line says."""
    return scaled(place, spec, Points)
