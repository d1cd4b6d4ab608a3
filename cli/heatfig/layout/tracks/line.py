"""Lines along an axis."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from heatfig.layout.band import Along
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines, Point
from heatfig.layout.setting import Setting
from heatfig.layout.tracks.scaled import ValuesBand, measured
from heatfig.plan.tracks.line import LineTrack
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

LONE = 0.5  # of a cell, along which a number between missing ones is drawn


@dataclass(frozen=True)
class LineBand(ValuesBand):
    """A line from number to number."""

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The line at the low end of the scale, and a line through each run of numbers."""
        yield self.base("line", along, edge, ink)
        spots = [
            None if value is None else (along.cells.center(index), self.out(value))
            for index, value in enumerate(self.plan.values)
        ]
        runs = (tuple(run) for there, run in groupby(spots, key=lambda spot: spot is not None) if there)
        strokes = tuple(_drawn([spot for spot in run if spot is not None], along, edge) for run in runs)
        if strokes:
            yield Lines(self.slot.role("line track"), strokes, self.plan.color, self.style.curve)


def _drawn(run: Sequence[Point], along: Along, edge: Edge) -> tuple[Point, ...]:
    """A line through numbers side by side; one that stands alone is drawn along a part of its cell."""
    if len(run) == 1:
        ((middle, out),) = run
        reach = LONE / 2 * along.cells.cell
        run = [(middle - reach, out), (middle + reach, out)]
    return tuple(edge.point(*spot) for spot in run)


def line_band(setting: Setting, plan: LineTrack) -> LineBand:
    """Measure the texts of a line."""
    return LineBand(plan, *measured(setting, plan))
