"""Lines over the colour of cells."""

from collections.abc import Iterator

import numpy as np

from heatfig.layout.grid.frame import Cell, CellFrame
from heatfig.layout.grid.hatch import hatch_lines
from heatfig.layout.scene.items import Lines, Rect
from heatfig.layout.scene.role import Role
from heatfig.plan.marks.hatch import Hatched
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class MeasuredHatch:
    """Lines over some cells."""

    plan: Hatched

    def room(self, size: float) -> tuple[float, float]:  # noqa: ARG002  # has no texts
        """None: a text stands over it."""
        return 0.0, 0.0

    def in_cell(self, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Lines]:
        """The lines over one cell."""
        if self.plan.where[cell]:
            yield hatch_lines(role.on("hatch"), Rect(role, *frame.box(cell), frame.ink), self.plan.lines)

    def over(self, frame: CellFrame, image: bool) -> Iterator[Lines]:
        """The lines over the cells of an image."""
        for row, column, part in np.argwhere(self.plan.where).tolist() if image else ():
            role = Role("cell", frame.panel, row, column, part if frame.parts > 1 else None)
            yield from self.in_cell(frame, (row, column, part), role)
