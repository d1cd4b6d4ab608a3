"""A text of one or more lines as one box that can be turned and pinned by a point of its own."""

import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from heatfig.layout.scene.items import Lines, TextRun
from heatfig.layout.scene.role import Role
from heatfig.layout.texts.typeface import Extent, Typeface
from heatfig.plan.text import PLAIN, Text, TextStyle
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Align

LEADING = 1.25
UNDERLINE, UNDERLINE_WIDTH = 0.13, 0.05  # em
ALIGNED: dict[Align, float] = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True)
class Block:
    """Lines of one size; (0, 0) is the left end of the first baseline, v grows downward.

    `half` is half the height of capitals and digits, in em.
    """

    lines: tuple[tuple[str, Extent], ...]
    math: bool
    size: float
    half: float
    style: TextStyle = PLAIN

    @cached_property
    def width(self) -> float:
        """The widest line."""
        return max(extent.width for _, extent in self.lines)

    @property
    def top(self) -> float:
        """The upper edge, above the first baseline, as a negative number."""
        return -self.lines[0][1].ascent

    @property
    def bottom(self) -> float:
        """The lower edge, below the first baseline."""
        return (len(self.lines) - 1) * self.size * LEADING + self.lines[-1][1].descent

    @property
    def height(self) -> float:
        """From the upper to the lower edge."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height about which the block looks centered."""
        return (len(self.lines) - 1) * self.size * LEADING / 2 - self.half * self.size

    def turned(self, usual: float) -> tuple[float, float, float]:
        """The angle of its style, else the usual one, and how wide and high it is so."""
        angle = usual if self.style.rotation is None else self.style.rotation
        if not angle:
            return angle, self.width, self.height
        left, top, right, bottom = self.box((0.0, 0.0), angle)
        return angle, right - left, bottom - top

    def box(self, pivot: tuple[float, float], angle: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the turned block when its `pivot` is pinned at (0, 0)."""
        xs, ys = zip(*self.corners(pivot, angle), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def corners(self, pivot: tuple[float, float], angle: float) -> list[tuple[float, float]]:
        """The corners of the turned block, one after the other around it, when its `pivot` is pinned at (0, 0)."""
        around = ((0, self.top), (self.width, self.top), (self.width, self.bottom), (0, self.bottom))
        return [_turn(u - pivot[0], v - pivot[1], angle) for u, v in around]

    def text_runs(
        self, role: Role, at: tuple[float, float], pivot: tuple[float, float], angle: float, align: float, color: RGB
    ) -> Iterator[TextRun | Lines]:
        """The lines with `pivot` pinned at `at`; `align` is 0 left, 0.5 center, 1 right, if the style says nothing."""
        width, color = self.width, self.style.color or color
        align = align if self.style.align is None else ALIGNED[self.style.align]
        for index, (content, extent) in enumerate(self.lines):
            u = (width - extent.width) * align - pivot[0]
            v = index * self.size * LEADING - pivot[1]
            x, y = _turn(u, v, angle)
            run = TextRun(
                role, content, self.math, at[0] + x, at[1] + y, angle, self.size, self.style.bold, color,
                extent.width, extent.ascent, extent.descent, self.style.italic,
            )  # fmt: skip
            yield run
            if self.style.underline:
                yield underline(run)


def block(face: Typeface, text: Text, size: float) -> Block:
    """Measure a text, which has that size unless its style has one of its own."""
    style = text.style or PLAIN
    size = style.size or size
    lines = text.content.split("\n")
    measured = tuple((line, face.measure(line, text.math, size, style.bold, style.italic)) for line in lines)
    return Block(measured, text.math, size, face.half, style)


def underline(run: TextRun) -> Lines:
    """The line under a text, as far below its baseline as fonts have it."""
    ends = (_turn(u, UNDERLINE * run.size, run.angle) for u in (0, run.width))
    stroke = tuple((run.x + x, run.y + y) for x, y in ends)
    return Lines(replace(run.role, kind="underline"), (stroke,), run.color, UNDERLINE_WIDTH * run.size)


def _turn(u: float, v: float, angle: float) -> tuple[float, float]:
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return u * cosine + v * sine, -u * sine + v * cosine
