"""Shapes that stand for scores within their cells: the area is in proportion to a share of the largest one."""

from typing import assert_never

from heatfig.layout.grid.frame import Box
from heatfig.layout.scene.items import Circle, Pen, Rect
from heatfig.layout.scene.role import Role
from heatfig.layout.stroke import dashes_of
from heatfig.plan.guides.sizes import SizeLegend
from heatfig.plan.shapes import Shape, Shapes
from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import mixed

FULL = 0.9  # the side of the largest shape, of that of its cell
INK, LEAST_INK = 0.25, 0.1  # the share of it in the colour of a filled shape's line, and in that of the smallest
SMALL = 6.0  # points; of a smaller shape the line takes more than of others, and is paler
FINE, HOLLOW = Stroke(0.5), Stroke()  # the lines of filled and of hollow shapes where nobody says them

Part = tuple[float, float]  # the width and height of the smallest cell of a grid, or of a part of one


def extent(shape: Shape, part: Part, share: float) -> Part:
    """How wide and high a shape is."""
    if shape == "bar":
        return FULL * part[0], FULL * part[1] * share
    side = FULL * min(part) * share**0.5
    return side, side


def shape_in(
    plan: Shapes | SizeLegend, role: Role, box: Box, part: Part, share: float, color: RGB, ink: RGB
) -> Rect | Circle:
    """A shape in the middle of a box, a bar near its lower edge unless centered; a pale one is seen by its edge."""
    left, top, width, height = box
    wide, high = extent(plan.shape, part, share)
    fill, edge = None if plan.hollow else color, _edge(plan, color, ink, min(wide, high))
    x, y = left + width / 2, top + height / 2
    match plan.shape:
        case "circle":
            return Circle(role, x, y, wide / 2, fill, edge)
        case "square":
            return Rect(role, x - wide / 2, y - high / 2, wide, high, fill, edge)
        case "bar":
            low = y + (high if isinstance(plan, Shapes) and plan.centered else FULL * height) / 2
            return Rect(role, x - wide / 2, low - high, wide, high, fill, edge)
        case _:
            assert_never(plan.shape)


def _edge(plan: Shapes | SizeLegend, color: RGB, ink: RGB, size: float) -> Pen:
    """The line within the edge of a shape of that colour and size."""
    stroke = plan.stroke or (HOLLOW if plan.hollow else FINE)
    along = color if plan.hollow else mixed(color, ink, max(LEAST_INK, INK * min(1.0, size / SMALL)))
    return Pen(stroke.color or along, stroke.width, dashes_of(stroke))
