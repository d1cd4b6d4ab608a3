"""Texts in cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from heatfig.layout.block import LEADING, MIDDLE
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

    @cached_property
    def _distinct(self) -> frozenset[tuple[str, bool]]:
        pairs = zip(self.plan.texts.ravel().tolist(), self.plan.bold.ravel().tolist(), strict=True)
        return frozenset(pair for pair in pairs if pair[0])

    def room(self, size: float) -> tuple[float, float]:
        """The widest text and the height of digits; texts of several lines are as high as these."""
        widths, lines = [0.0], 1
        for text, bold in self._distinct:
            widths += (self.face.measure(line, False, size, bold).width for line in text.split("\n"))
            lines = max(lines, 1 + text.count("\n"))
        return max(widths), (2 * MIDDLE + (lines - 1) * LEADING) * size

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
            y = top + height / 2 + (MIDDLE + (number - (len(lines) - 1) / 2) * LEADING) * size
            yield TextRun(
                role, line, False, x, y, 0, size, bold, (red, green, blue), extent.width, 2 * MIDDLE * size, 0.0
            )
