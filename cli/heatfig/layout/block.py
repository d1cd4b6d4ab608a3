"""A text of one or more lines as one box that can be turned and pinned by a point of its own."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.role import Role
from heatfig.layout.scene import TextRun
from heatfig.layout.typeface import Extent, Typeface
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB

LEADING = 1.25
EVEN = 0.5  # to how many points lines are made of like length
_WORD = re.compile(r"(?:\$[^$]*\$|\S)+")


@dataclass(frozen=True)
class Block:
    """Lines of one size; (0, 0) is the left end of the first baseline, v grows downward.

    `half` is half the height of capitals and digits, in em.
    """

    lines: tuple[tuple[str, Extent], ...]
    math: bool
    size: float
    bold: bool
    half: float

    @property
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

    def box(self, pivot: tuple[float, float], angle: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the turned block when its `pivot` is pinned at (0, 0)."""
        corners = [(u, v) for u in (0, self.width) for v in (self.top, self.bottom)]
        turned = [_turn(u - pivot[0], v - pivot[1], angle) for u, v in corners]
        xs, ys = [x for x, _ in turned], [y for _, y in turned]
        return min(xs), min(ys), max(xs), max(ys)

    def words(
        self, role: Role, at: tuple[float, float], pivot: tuple[float, float], angle: float, align: float, color: RGB
    ) -> Iterator[TextRun]:
        """The lines with `pivot` pinned at `at`; `align` is 0 left, 0.5 center, 1 right."""
        width = self.width
        for index, (content, extent) in enumerate(self.lines):
            u = (width - extent.width) * align - pivot[0]
            v = index * self.size * LEADING - pivot[1]
            x, y = _turn(u, v, angle)
            yield TextRun(
                role, content, self.math, at[0] + x, at[1] + y, angle, self.size, self.bold, color,
                extent.width, extent.ascent, extent.descent,
            )  # fmt: skip


def wrapped(face: Typeface, text: Text, size: float, room: float) -> Block:
    """Measure a text whose lines break between words where they are longer than the room, to lines of like length."""
    found = block(face, text, size)
    if found.width <= room:
        return found
    fewest, too_narrow = len(_broken(face, text, size, room)), 0.0
    while room - too_narrow > EVEN:
        middle = (room + too_narrow) / 2
        if len(_broken(face, text, size, middle)) > fewest:
            too_narrow = middle
        else:
            room = middle
    return block(face, Text("\n".join(_broken(face, text, size, room)), text.math), size)


def longest_word(face: Typeface, text: Text, size: float) -> float:
    """The least room that a text needs."""
    words = _WORD.findall(text.content)
    return max((face.measure(word, text.math, size, False).width for word in words), default=0.0)


def _broken(face: Typeface, text: Text, size: float, room: float) -> list[str]:
    """The lines of a text, each with as many words as there is room for."""
    lines: list[str] = []
    for line in text.content.split("\n"):
        filled = ""
        for word in _WORD.findall(line):
            longer = f"{filled} {word}".strip()
            if filled and face.measure(longer, text.math, size, False).width > room + 1e-6:
                lines.append(filled)
                longer = word
            filled = longer
        lines.append(filled)
    return lines


def block(face: Typeface, text: Text, size: float, bold: bool = False) -> Block:
    """Measure a text."""
    lines = tuple((line, face.measure(line, text.math, size, bold)) for line in text.content.split("\n"))
    return Block(lines, text.math, size, bold, face.half)


def _turn(u: float, v: float, angle: float) -> tuple[float, float]:
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return u * cosine + v * sine, -u * sine + v * cosine
