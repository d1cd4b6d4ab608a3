"""What a mark can do: the protocol of its kinds."""

from collections.abc import Iterator
from typing import Protocol

from heatfig.layout.grid.frame import Cell, CellFrame
from heatfig.layout.scene.items import Lines, TextRun
from heatfig.layout.scene.role import Role


class MeasuredMark(Protocol):
    """A mark with its texts measured."""

    def room(self, size: float) -> tuple[float, float]:
        """The width and height that it needs in a cell, or a part of one, at that text size; 0 for none."""

    def in_cell(self, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Lines | TextRun]:
        """What belongs to one cell, whose role that is."""

    def over(self, frame: CellFrame, image: bool) -> Iterator[Lines | TextRun]:
        """What is drawn over all cells; of an image, of which no cell is drawn by itself, everything."""
