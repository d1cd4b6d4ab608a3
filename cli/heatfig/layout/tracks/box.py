"""Box plots along an axis."""

from collections.abc import Iterator
from dataclasses import replace

from heatfig.layout.band import Along
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Circle, Item, Lines, Pen
from heatfig.layout.setting import Setting
from heatfig.layout.style import HAIRLINE
from heatfig.layout.tracks.scaled import UprightBand, measured
from heatfig.plan.tracks.box import Box, Boxes
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

SHARE = 0.7  # of a cell's extent
CAP = 0.5  # of a box, at the ends of its whiskers


@dataclass(frozen=True)
class BoxesBand(UprightBand[Boxes]):
    """A box at each cell, its whiskers, and points beyond them."""

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The line at the low end of the scale, and the boxes."""
        yield self.base("boxes", along, edge, ink)
        for index, box in enumerate(self.plan.boxes):
            if box is not None:
                half = (along.cells.ends[index] - along.cells.starts[index]) * SHARE / 2
                yield from self._drawn(box, index, along.cells.center(index), half, edge, ink)

    def _drawn(self, box: Box, index: int, middle: float, half: float, edge: Edge, ink: RGB) -> Iterator[Item]:
        low, first, median, third, high = map(self.out, (box.low, box.first, box.median, box.third, box.high))
        wide, cap = ((middle - reach, middle + reach) for reach in (half, half * CAP))
        rect = edge.rect(self.slot.role("box", index), wide, (first, third), self.plan.color)
        yield replace(rect, edge=Pen(ink, HAIRLINE))
        stems = [(edge.point(middle, start), edge.point(middle, end)) for start, end in ((first, low), (third, high))]
        caps = [(edge.point(cap[0], end), edge.point(cap[1], end)) for end in (low, high)]
        yield Lines(self.slot.role("whiskers", index), (*stems, *caps), ink, HAIRLINE)
        strokes = ((edge.point(wide[0], median), edge.point(wide[1], median)),)
        yield Lines(self.slot.role("median", index), strokes, ink, self.style.curve)
        for number in box.beyond:
            x, y = edge.point(middle, self.out(number))
            yield Circle(self.slot.role("beyond", index), x, y, self.style.point / 2, None, Pen(ink, HAIRLINE))


def boxes_band(setting: Setting, plan: Boxes) -> BoxesBand:
    """Measure the texts of boxes."""
    return BoxesBand(plan, *measured(setting, plan))
