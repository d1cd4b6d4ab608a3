"""Texts in cells."""

from collections.abc import Iterator
from dataclasses import field
from functools import cached_property
from math import fsum  # as `sum`, which rounds otherwise since Python 3.12

import numpy as np

from heatfig.layout.grid.frame import Cell, CellFrame
from heatfig.layout.scene.items import Lines, TextRun
from heatfig.layout.scene.role import Role
from heatfig.layout.texts.block import LEADING, underline
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.marks.texts import CellTexts
from heatfig.runtime.deferred import dataclass

STAR_DROP = 0.2  # by which stars, which stand high in their line, look centered, in em
EDGE = 2.0  # from the edge of a cell to a text that stands there, in points


@dataclass(frozen=True)
class MeasuredTexts:
    """Texts in their cells, at the middle or towards an edge."""

    plan: CellTexts
    face: Typeface

    _rooms: dict[float, tuple[float, float]] = field(default_factory=dict, repr=False, compare=False)
    _known_sides: dict[float, tuple[float, float]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def _lines(self) -> frozenset[tuple[str, bool, bool]]:
        """Each line of the texts once, and whether it is bold, and italic."""
        italic = np.zeros_like(self.plan.bold) if self.plan.italic is None else self.plan.italic
        distinct = set(zip(*(each.ravel().tolist() for each in (self.plan.texts, self.plan.bold, italic)), strict=True))
        return frozenset((line, *style) for text, *style in distinct for line in text.split("\n") if line)

    @cached_property
    def _past(self) -> tuple[float, float]:
        """How far any of the lines reaches above digits, and below their baseline, in em; stars stand by themselves."""
        inks = [self.face.ink(*line) for line in self._lines if set(line[0]) != {"*"}]
        return max([0.0, *(up - 2 * self.face.half for up, _ in inks)]), max([0.0, *(down for _, down in inks)])

    @cached_property
    def _most_lines(self) -> int:
        return 1 + max(str(text).count("\n") for text in set(self.plan.texts.flat))

    def room(self, size: float) -> tuple[float, float]:
        """The widest line and the height of digits; remembered, as every cell size that is tried asks."""
        if size not in self._rooms:
            own = size * self.plan.scale
            wide = max((self._width(line, own, *style) for line, *style in self._lines), default=0.0)
            wide = max(wide, fsum(self._sides(own)))
            self._rooms[size] = wide, (2 * self.face.half + (self._most_lines - 1) * LEADING) * own
        return self._rooms[size]

    def _width(self, line: str, size: float, bold: bool, italic: bool) -> float:
        return self.face.measure(line, False, size, bold, italic).width

    def _sides(self, size: float) -> tuple[float, float]:
        """How wide lines are at most before what joins them, and from there on; remembered, as each cell asks."""
        if size not in self._known_sides:
            found = [(0.0, 0.0)]
            for line, *style in self._lines if self.plan.joined_by else ():
                before, joined, after = line.partition(self.plan.joined_by)
                if joined:
                    found.append((self._width(before, size, *style), self._width(joined + after, size, *style)))
            self._known_sides[size] = max(before for before, _ in found), max(after for _, after in found)
        return self._known_sides[size]

    def _in_column(self, line: str, size: float, bold: bool, italic: bool, room: float) -> float | None:
        """Where a line begins that is joined as others are; None for any other one."""
        before, joined, _ = line.partition(self.plan.joined_by) if self.plan.joined_by else ("", "", "")
        if not joined:
            return None
        left, right = self._sides(size)
        return (room + left - right) / 2 - self._width(before, size, bold, italic)

    def _clear(self, text: str) -> float:
        """How much lower a text stands for superscripts to be clear of the edge above, or higher for what hangs below.

        As much in every cell, so that texts stand in line, in em.
        """
        if set(text) == {"*"} or not {"top", "bottom"} & {*self.plan.at.split("-")}:
            return 0.0
        above, below = self._past
        return above if self.plan.at.startswith("top") else -below

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
        size, bold = frame.text_size * self.plan.scale, bool(self.plan.bold[cell])
        italic, under = (bool(each is not None and each[cell]) for each in (self.plan.italic, self.plan.underline))
        red, green, blue = self.plan.colors[cell].tolist()
        left, top, width, height = frame.box(cell)
        lines, half = text.split("\n"), self.face.half * size
        high = (len(lines) - 1) * LEADING * size + 2 * half
        first = 2 * half + _within(self.plan.at, "top", "bottom", height, high) + self._clear(text) * size
        if set(text) == {"*"}:
            first += _star_drop(self.plan.at, height, half, STAR_DROP * size)
        for number, line in enumerate(lines):
            extent = self.face.measure(line, False, size, bold, italic)
            column = self._in_column(line, size, bold, italic, width)
            x = left + (_within(self.plan.at, "left", "right", width, extent.width) if column is None else column)
            y = top + first + number * LEADING * size
            run = TextRun(
                role, line, False, x, y, 0, size, bold, (red, green, blue), extent.width, 2 * half, 0.0, italic
            )
            yield run
            if under:
                yield underline(run)


def _star_drop(at: str, height: float, half: float, drop: float) -> float:
    """How much lower stars stand than letters would: at the top or bottom midway between a text and the cell's edge."""
    if at in {"center", "left", "right"}:
        return drop
    free = height / 2 - half  # above a text in the middle, and below it
    off = free / 2 - half - EDGE
    if at == "top":
        return max(0.0, min(off + drop, free - EDGE - 2 * half))
    return min(drop, EDGE) - max(0.0, off) if at == "bottom" else 0.0


def _within(at: str, near: str, far: str, room: float, extent: float) -> float:
    """Where something of that extent begins in a room: at its near end, its far end or in the middle."""
    if near in at:
        return EDGE
    return room - extent - EDGE if far in at else (room - extent) / 2
