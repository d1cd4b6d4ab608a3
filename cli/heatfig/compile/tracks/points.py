"""Points where a summary of each line says."""

from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.points import Points as Asked
from heatfig.plan.tracks.points import Points


def points(place: TrackPlace, asked: Asked) -> Made:
    """Points where a summary of each line says."""
    return scaled(place, asked, Points)
