"""Hatches: parallel lines in a rectangle."""

from collections.abc import Iterator

import numpy as np

from heatfig.layout.scene.items import Lines, Point, Rect
from heatfig.layout.scene.role import Role
from heatfig.layout.style import HATCH_STEP, HATCH_WIDTH
from heatfig.runtime.arrays import RGB
from heatfig.scales.words import Hatch

HATCH_COLOR: RGB = (176, 176, 176)
_DIRECTIONS: dict[Hatch, tuple[Point, ...]] = {
    "none": (),
    "rising": ((1, -1),),
    "falling": ((1, 1),),
    "crossed": ((1, -1), (1, 1)),
    "level": ((1, 0),),
    "upright": ((0, 1),),
}


def hatch_lines(role: Role, rect: Rect, hatch: Hatch) -> Lines:
    """The hatch of one rectangle, cut at its edges."""
    strokes = tuple(stroke for direction in _DIRECTIONS[hatch] for stroke in _parallel(rect, direction))
    return Lines(role, strokes, HATCH_COLOR, HATCH_WIDTH)


def _parallel(rect: Rect, direction: Point) -> Iterator[tuple[Point, Point]]:
    """Lines a step apart, in phase over the whole page, so that hatches of neighbours meet."""
    dx, dy = direction
    left, right, top, bottom = rect.x, rect.x + rect.width, rect.y, rect.y + rect.height
    step = HATCH_STEP * (2**0.5 if dx and dy else 1)
    if not dx:
        for k in range(int(np.ceil(left / step)), int(np.floor(right / step)) + 1):
            yield (k * step, top), (k * step, bottom)
        return
    slope = dy / dx
    offsets = [y - slope * x for x in (left, right) for y in (top, bottom)]
    for k in range(int(np.ceil(min(offsets) / step)), int(np.floor(max(offsets) / step)) + 1):
        offset = k * step
        if not slope:
            yield (left, offset), (right, offset)
            continue
        ends = sorted(((top - offset) / slope, (bottom - offset) / slope))
        x0, x1 = max(left, ends[0]), min(right, ends[1])
        if x1 - x0 > 0.05:
            yield (x0, offset + slope * x0), (x1, offset + slope * x1)
