"""Lines along an axis."""

from collections.abc import Iterator
from itertools import groupby

from heatfig.layout.band import Along, Setting
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item, Lines
from heatfig.layout.style import HAIRLINE
from heatfig.layout.tracks.scaled import ValuesBand, measured
from heatfig.plan.tracks.line import Line
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class LineBand(ValuesBand):
    """A line from number to number."""

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The line at the low end of the scale, and a line through each run of numbers."""
        low = self.out(self.plan.low)
        ends = (edge.point(0.0, low), edge.point(along.cells.length, low))
        yield Lines(self.slot.role("line base"), (ends,), ink, HAIRLINE)
        spots = [
            None if value is None else edge.point(along.cells.center(index), self.out(value))
            for index, value in enumerate(self.plan.values)
        ]
        runs = (tuple(run) for there, run in groupby(spots, key=lambda spot: spot is not None) if there)
        strokes = tuple(tuple(spot for spot in run if spot is not None) for run in runs)
        if strokes:
            yield Lines(self.slot.role("line track"), strokes, self.plan.color, self.style.curve)


def line_band(setting: Setting, plan: Line) -> LineBand:
    """Measure the texts of a line."""
    return LineBand(plan, *measured(setting, plan))
