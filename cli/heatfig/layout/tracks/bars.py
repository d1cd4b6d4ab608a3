"""Bars along an axis."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from heatfig.layout.band import Along, Setting
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines
from heatfig.layout.style import HAIRLINE
from heatfig.layout.tracks.scaled import ScaledBand, measured
from heatfig.plan.tracks.bars import Bars
from heatfig.plan.tracks.scaled import Numbers
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

SHARE = 0.7  # of a cell's extent


@dataclass(frozen=True)
class BarsBand(ScaledBand[Bars]):
    """Bars that grow outward from the value 0, or from where the one before them ends."""

    @cached_property
    def _ends(self) -> tuple[Numbers, ...]:
        return self.plan.ends()

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Bars, and the line from which they grow."""
        for number, (bar, ends) in enumerate(zip(self.plan.bars, self._ends, strict=True)):
            for index, (value, end) in enumerate(zip(bar.values, ends, strict=True)):
                if value is not None and end is not None:
                    half = (along.cells.ends[index] - along.cells.starts[index]) * SHARE / 2
                    center = along.cells.center(index)
                    role = self.slot.role("bar", index, number if len(self.plan.bars) > 1 else None)
                    reach = (self.out(end - value), self.out(end))
                    yield edge.rect(role, (center - half, center + half), reach, bar.color)
        zero = self.out(0.0)
        base = (edge.point(0.0, zero), edge.point(along.cells.length, zero))
        yield Lines(self.slot.role("bars base"), (base,), ink, HAIRLINE)

    @property
    def spreads(self) -> Iterator[tuple[int, float | None, float | None]]:
        """At the ends of bars."""
        return chain.from_iterable(
            zip(range(len(ends)), ends, bar.spreads, strict=True)
            for bar, ends in zip(self.plan.bars, self._ends, strict=True)
        )


def bars_band(setting: Setting, plan: Bars) -> BarsBand:
    """Measure the texts of bars."""
    return BarsBand(plan, *measured(setting, plan))
