"""Texts in cells."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from heatfig.layout.block import LEADING
from heatfig.layout.frame import Cell, CellFrame
from heatfig.layout.role import Role
from heatfig.layout.scene import TextRun
from heatfig.layout.typeface import Typeface
from heatfig.plan.marks.texts import CellTexts


@dataclass(frozen=True)
class MeasuredTexts:
    """Texts in the middle of their cells."""

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
            wide = max((self.face.measure(line, False, size, bold).width for line, bold in self._lines), default=0.0)
            self._rooms[size] = wide, (2 * self.face.half + (self._most_lines - 1) * LEADING) * size
        return self._rooms[size]

    def in_cell(self, frame: CellFrame, cell: Cell, role: Role) -> Iterator[TextRun]:
        """The cell's text."""
        if text := self.plan.texts[cell]:
            yield from self._runs(frame, cell, role.on("annotation"), str(text))

    def over(self, frame: CellFrame, image: bool) -> Iterator[TextRun]:
        """The texts of an image."""
        if image:
            for row, column, part in np.argwhere(self.plan.texts != "").tolist():
                named = part if frame.parts > 1 else None
                role = Role("annotation", frame.panel, row, column, named)
                yield from self._runs(frame, (row, column, part), role, str(self.plan.texts[row, column, part]))

    def _runs(self, frame: CellFrame, cell: Cell, role: Role, text: str) -> Iterator[TextRun]:
        bold, size = bool(self.plan.bold[cell]), frame.text_size
        red, green, blue = self.plan.colors[cell].tolist()
        left, top, width, height = frame.box(cell)
        lines = text.split("\n")
        for number, line in enumerate(lines):
            extent = self.face.measure(line, False, size, bold)
            x = left + (width - extent.width) / 2
            y = top + height / 2 + (self.face.half + (number - (len(lines) - 1) / 2) * LEADING) * size
            yield TextRun(
                role, line, False, x, y, 0, size, bold, (red, green, blue), extent.width, 2 * self.face.half * size, 0.0
            )
