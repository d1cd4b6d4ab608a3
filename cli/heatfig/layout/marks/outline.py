"""Outlines of cells, within these, so that no neighbour covers them."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from heatfig.layout.grid.contours import contours
from heatfig.layout.grid.frame import Cell, CellFrame
from heatfig.layout.scene.items import Lines
from heatfig.layout.scene.role import Role
from heatfig.layout.stroke import stroked
from heatfig.plan.marks.outline import Outline
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class MeasuredOutline:
    """A line around each cell, or one around each shape of neighbours."""

    plan: Outline

    def room(self, size: float) -> tuple[float, float]:  # noqa: ARG002  # has no texts
        """None: it may run close to a text."""
        return 0.0, 0.0

    def in_cell(self, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Lines]:
        """The line around one cell; where cells are split it comes with the last part."""
        row, column, part = cell
        if not self.plan.union and part == frame.parts - 1 and self.plan.where[row, column]:
            yield self._lines(frame, [(row, column)], replace(role, kind="outline", part=None))

    def over(self, frame: CellFrame, image: bool) -> Iterator[Lines]:
        """The lines around shapes of neighbours, and those around the cells of an image."""
        cells = [(row, column) for row, column in np.argwhere(self.plan.where).tolist()]
        if cells and self.plan.union:
            yield self._lines(frame, cells, Role("outline", frame.panel))
        elif image:
            for row, column in cells:
                yield self._lines(frame, [(row, column)], Role("outline", frame.panel, row, column))

    def _lines(self, frame: CellFrame, cells: list[tuple[int, int]], role: Role) -> Lines:
        return stroked(role, tuple(contours(frame, cells, self.plan.stroke.width / 2)), self.plan.stroke, frame.ink)
