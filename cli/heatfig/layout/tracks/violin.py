"""Violins along an axis."""

from collections.abc import Iterator

from heatfig.layout.band import Along
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines, Polygon
from heatfig.layout.setting import Setting
from heatfig.layout.tracks.scaled import UprightBand, measured
from heatfig.plan.tracks.violin import Violin, Violins
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

SHARE = 0.8  # of a cell's extent, where a violin is widest


@dataclass(frozen=True)
class ViolinsBand(UprightBand[Violins]):
    """A violin at each cell, as wide to either side of the cell's middle."""

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The line at the low end of the scale, and the violins."""
        yield self.base("violins", along, edge, ink)
        for index, violin in enumerate(self.plan.violins):
            if violin is not None:
                half = (along.cells.ends[index] - along.cells.starts[index]) * SHARE / 2
                yield self._drawn(violin, index, along.cells.center(index), half, edge)

    def _drawn(self, violin: Violin, index: int, middle: float, half: float, edge: Edge) -> Item:
        """A closed shape; a line for one number."""
        outs, role = [self.out(number) for number in violin.at], self.slot.role("violin", index)
        one, other = (
            [edge.point(middle + sign * half * width, out) for width, out in zip(violin.widths, outs, strict=True)]
            for sign in (-1, 1)
        )
        if len(outs) == 1:
            return Lines(role, ((*one, *other),), self.plan.color, self.style.curve)
        return Polygon(role, (*one, *reversed(other)), self.plan.color)


def violins_band(setting: Setting, plan: Violins) -> ViolinsBand:
    """Measure the texts of violins."""
    return ViolinsBand(plan, *measured(setting, plan))
