"""Bars that are as long as a summary of each line says."""

from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.compile.tracks.scaled import scaled
from heatfig.language.tracks.bars import Bars as Asked
from heatfig.plan.tracks.bars import Bars


def bars(place: TrackPlace, asked: Asked) -> Made:
    """Bars that are as long as a summary of each line says."""
    return Made(scaled(place, asked, Bars, from_zero=True))
