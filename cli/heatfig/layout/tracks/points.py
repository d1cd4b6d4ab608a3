"""Points along an axis."""

import math
from collections.abc import Iterator

from heatfig.layout.band import Along
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Polygon
from heatfig.layout.setting import Setting
from heatfig.layout.tracks.scaled import ValuesBand, measured
from heatfig.plan.tracks.points import Points
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

CORNERS = 16  # of a circle so small that more are not seen


@dataclass(frozen=True)
class PointsBand(ValuesBand):
    """A point at each number."""

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The line at the low end of the scale, and the points."""
        yield self.base("points", along, edge, ink)
        for index, value in enumerate(self.plan.values):
            if value is not None:
                x, y = edge.point(along.cells.center(index), self.out(value))
                radius = min(self.style.point, along.cells.cell / 2)
                angles = [2 * math.pi * corner / CORNERS for corner in range(CORNERS)]
                corners = tuple((x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles)
                yield Polygon(self.slot.role("point", index), corners, self.plan.color)


def points_band(setting: Setting, plan: Points) -> PointsBand:
    """Measure the texts of points."""
    return PointsBand(plan, *measured(setting, plan))
