"""An edge beside which a band stands: from how far along and how far out to the page."""

from dataclasses import replace
from typing import assert_never

from heatfig.layout.scene.items import Point, Rect
from heatfig.layout.scene.role import Role
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class Edge:
    """A line on the page: `start` is its beginning along the side, `at` where it stands across."""

    side: Side
    start: float
    at: float

    @property
    def upright(self) -> bool:
        """Whether it is at the left or right."""
        return self.side in {"left", "right"}

    @property
    def outward(self) -> int:
        """The direction across in which bands follow."""
        return 1 if self.side in {"right", "bottom"} else -1

    def out(self, by: float) -> "Edge":
        """The edge further out."""
        return replace(self, at=self.at + self.outward * by)

    def moved(self, by: float) -> "Edge":
        """The edge moved along itself."""
        return replace(self, start=self.start + by)

    def point(self, along: float, out: float) -> Point:
        """On the page."""
        a, b = self.start + along, self.at + self.outward * out
        return (b, a) if self.upright else (a, b)

    def rect(self, role: Role, along: tuple[float, float], out: tuple[float, float], fill: RGB) -> Rect:
        """A rectangle from one to the other."""
        (x0, y0), (x1, y1) = self.point(along[0], out[0]), self.point(along[1], out[1])
        return Rect(role, min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), fill)


def edge_of(side: Side, origin: Point, width: float, height: float) -> Edge:
    """A side of the rectangle with that upper left corner and extent."""
    x, y = origin
    match side:
        case "left":
            return Edge(side, y, x)
        case "right":
            return Edge(side, y, x + width)
        case "top":
            return Edge(side, x, y)
        case "bottom":
            return Edge(side, x, y + height)
    assert_never(side)
