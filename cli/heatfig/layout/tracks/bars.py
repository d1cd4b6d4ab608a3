"""Bars along an axis."""

from collections.abc import Iterator

from heatfig.layout.band import Along, Setting
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item, Lines
from heatfig.layout.style import HAIRLINE
from heatfig.layout.tracks.scaled import ScaledBand, measured
from heatfig.plan.tracks.bars import Bars
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

SHARE = 0.7  # of a cell's extent


@dataclass(frozen=True)
class BarsBand(ScaledBand):
    """Bars that grow outward from the value 0."""

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Bars, and the line from which they grow."""
        zero = self.out(0.0)
        for index, value in enumerate(self.plan.values):
            if value is not None:
                half = (along.cells.ends[index] - along.cells.starts[index]) * SHARE / 2
                center, role = along.cells.center(index), self.slot.role("bar", index)
                yield edge.rect(role, (center - half, center + half), (zero, self.out(value)), self.plan.color)
        ends = (edge.point(0.0, zero), edge.point(along.cells.length, zero))
        yield Lines(self.slot.role("bars base"), (ends,), ink, HAIRLINE)


def bars_band(setting: Setting, plan: Bars) -> BarsBand:
    """Measure the texts of bars."""
    return BarsBand(plan, *measured(setting, plan))
