"""Tick labels that may be turned: the point of each that is pinned to its tick, and the box that it then takes."""

import math

from heatfig.layout.scene.items import Point
from heatfig.layout.texts.block import Block
from heatfig.scales.sides import Side

Box = tuple[float, float, float, float]  # left, top, right, bottom


def pinned(text: Block, side: Side, angle: float, out: float) -> tuple[Point, Box]:
    """The pivot that goes on the tick at the grid's edge, and the turned box about it, `out` from the edge."""
    pivot = _pivot(text, side, angle)
    left, top, right, bottom = text.box(pivot, angle)
    shift = {
        "bottom": (0, out - top),
        "top": (0, -out - bottom),
        "left": (-out - right, 0),
        "right": (out - left, 0),
    }[side]
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    moved = (pivot[0] - shift[0] * cosine + shift[1] * sine, pivot[1] - shift[0] * sine - shift[1] * cosine)
    return moved, text.box(moved, angle)


def _pivot(text: Block, side: Side, angle: float) -> Point:
    upright = abs(angle) > 90 - 1e-9
    if side in {"top", "bottom"}:
        if angle == 0:
            return text.width / 2, text.middle
        ends = (angle > 0) == (side == "bottom")
        return (text.width if ends else 0.0), text.middle
    if upright:
        return text.width / 2, text.middle
    return (text.width if side == "left" else 0.0), text.middle


def alignment(side: Side, angle: float) -> float:
    """How the lines of a block align: towards the grid."""
    if side in {"top", "bottom"}:
        return 0.5 if angle == 0 else float((angle > 0) == (side == "bottom"))
    return 0.5 if abs(angle) > 90 - 1e-9 else float(side == "left")
