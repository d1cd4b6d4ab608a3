"""Where the cells of one grid stand."""

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.scene.items import Point
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

Cell = tuple[int, int, int]  # row, column, part
Box = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True)
class CellFrame:
    """A grid's number, scales, parts a cell and upper left corner; the size of a pixel, that of texts, their colour."""

    panel: int
    x: BandScale
    y: BandScale
    parts: int
    origin: Point
    pixel: float
    text_size: float
    ink: RGB

    @property
    def part(self) -> tuple[float, float]:
        """The width and height of the smallest cell, or part of one."""
        return self.x.cell / self.parts, self.y.cell

    def box(self, cell: Cell) -> Box:
        """Where a cell, or a part of one, stands."""
        row, column, part = cell
        left, top = self.x.starts[column], self.y.starts[row]
        width = (self.x.ends[column] - left) / self.parts
        return self.origin[0] + left + part * width, self.origin[1] + top, width, self.y.ends[row] - top
