"""Scores over those of a panel."""

from heatfig.plan.color_scale import ColorScale
from heatfig.plan.grid import Grid
from heatfig.plan.shapes import Shapes
from heatfig.plan.value import Value
from heatfig.runtime.arrays import Bytes, Comparable
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Layer(Comparable):
    """Scores on the grid of a panel, drawn over those before; where there is none, these show."""

    value: Value
    grid: Grid
    scale: str
    shapes: Shapes | None

    def cell_colors(self, scale: ColorScale) -> Bytes:
        """Colours of shape (rows, columns, parts, 3); that of a cell without a score means nothing."""
        return scale.colors(self.grid.scores)
