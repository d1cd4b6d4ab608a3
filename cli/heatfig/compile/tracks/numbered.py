"""A grid of which each row or column is the number that a track shows of it: what conditions in tracks look at."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.tracks.place import TrackPlace
from heatfig.data.cells import Field, grid_of
from heatfig.plan.grid import Grid
from heatfig.runtime.arrays import Floats
from heatfig.scales.words import VALUE


def with_numbers(place: TrackPlace, numbers: Callable[[], Floats]) -> PanelCells:
    """The panel with the track's number as the value of all cells of a row or column; its columns as they are."""

    def make() -> Grid:
        shape = place.cells.cells.shape
        found = numbers().reshape((-1, 1, 1) if place.axis == "y" else (1, -1, 1))
        return grid_of(np.broadcast_to(found, shape), shape)

    return replace(place.cells, cells=place.cells.cells.with_field(VALUE, Field(make)), over=())
