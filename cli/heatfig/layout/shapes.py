"""Shapes that stand for scores within their cells: the area is in proportion to a share of the largest one."""

from typing import assert_never

from heatfig.layout.frame import Box
from heatfig.layout.role import Role
from heatfig.layout.scene import Circle, Rect
from heatfig.plan.shapes import Shape
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import mixed

FULL = 0.9  # the side of the largest shape, of that of its cell
EDGE = 0.25  # the share of ink in the colour of a shape's edge

Part = tuple[float, float]  # the width and height of the smallest cell of a grid, or of a part of one


def extent(shape: Shape, part: Part, share: float) -> Part:
    """How wide and high a shape is."""
    if shape == "bar":
        return FULL * part[0], FULL * part[1] * share
    side = FULL * min(part) * share**0.5
    return side, side


def shape_in(shape: Shape, role: Role, box: Box, part: Part, share: float, fill: RGB, ink: RGB) -> Rect | Circle:
    """A shape in the middle of a box, or standing near its lower edge; a pale one is seen by its edge."""
    edge = mixed(fill, ink, EDGE)
    left, top, width, height = box
    wide, high = extent(shape, part, share)
    x, y = left + width / 2, top + height / 2
    match shape:
        case "circle":
            return Circle(role, x, y, wide / 2, fill, edge)
        case "square":
            return Rect(role, x - wide / 2, y - high / 2, wide, high, fill, edge)
        case "bar":
            return Rect(role, x - wide / 2, y + FULL * height / 2 - high, wide, high, fill, edge)
        case _:
            assert_never(shape)
