"""Texts in cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from heatfig.layout.block import LEADING
from heatfig.layout.frame import Cell, CellFrame
from heatfig.layout.role import Role
from heatfig.layout.scene import Lines, TextRun
from heatfig.layout.typeface import Typeface
from heatfig.plan.marks.texts import CellTexts

EDGE = 1.5  # from the edge of a cell to a text that stands there, in points
BELOW, THICK = 0.16, 0.06  # of a line under a text: how far below its baseline, how thick, in em


@dataclass(frozen=True)
class MeasuredTexts:
    """Texts in their cells, at the middle or towards an edge."""

    plan: CellTexts
    face: Typeface

    _rooms: dict[float, tuple[float, float]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _lines(self) -> frozenset[tuple[str, bool]]:
        """Each line of the texts once, and whether it is bold."""
        pairs = set(zip(self.plan.texts.ravel().tolist(), self.plan.bold.ravel().tolist(), strict=True))
        return frozenset((line, bold) for text, bold in pairs for line in text.split("\n") if line)

    @cached_property
    def _most_lines(self) -> int:
        return 1 + max(str(text).count("\n") for text in set(self.plan.texts.flat))

    def room(self, size: float) -> tuple[float, float]:
        """The widest line and the height of digits; remembered, as every cell size that is tried asks."""
        if size not in self._rooms:
            own = size * self.plan.scale
            wide = max((self.face.measure(line, False, own, bold).width for line, bold in self._lines), default=0.0)
            self._rooms[size] = wide, (2 * self.face.half + (self._most_lines - 1) * LEADING) * own
        return self._rooms[size]

    def in_cell(self, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Lines | TextRun]:
        """The cell's text."""
        if text := self.plan.texts[cell]:
            yield from self._runs(frame, cell, role.on("annotation"), str(text))

    def over(self, frame: CellFrame, image: bool) -> Iterator[Lines | TextRun]:
        """The texts of an image."""
        if image:
            for row, column, part in np.argwhere(self.plan.texts != "").tolist():
                named = part if frame.parts > 1 else None
                role = Role("annotation", frame.panel, row, column, named)
                yield from self._runs(frame, (row, column, part), role, str(self.plan.texts[row, column, part]))

    def _runs(self, frame: CellFrame, cell: Cell, role: Role, text: str) -> Iterator[Lines | TextRun]:
        bold, size = bool(self.plan.bold[cell]), frame.text_size * self.plan.scale
        red, green, blue = self.plan.colors[cell].tolist()
        left, top, width, height = frame.box(cell)
        lines, half = text.split("\n"), self.face.half * size
        high = (len(lines) - 1) * LEADING * size + 2 * half
        first = 2 * half + _within(self.plan.at, "top", "bottom", height, high)
        for number, line in enumerate(lines):
            extent = self.face.measure(line, False, size, bold)
            x = left + _within(self.plan.at, "left", "right", width, extent.width)
            y = top + first + number * LEADING * size
            run = TextRun(role, line, False, x, y, 0, size, bold, (red, green, blue), extent.width, 2 * half, 0.0)
            yield run
            if self.plan.underline is not None and self.plan.underline[cell]:
                below = y + BELOW * size
                stroke = ((x, below), (x + extent.width, below))
                yield Lines(role.on("underline"), (stroke,), (red, green, blue), THICK * size)


def _within(at: str, near: str, far: str, room: float, extent: float) -> float:
    """Where something of that extent begins in a room: at its near end, its far end or in the middle."""
    if near in at:
        return EDGE
    return room - extent - EDGE if far in at else (room - extent) / 2
