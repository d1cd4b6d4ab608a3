"""Trees of clustered labels."""

from collections.abc import Iterator

from heatfig.layout.band import Along, Band
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines, Point
from heatfig.layout.setting import Slot
from heatfig.layout.style import HAIRLINE, Style
from heatfig.plan.tracks.dendrogram import Dendrogram
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class DendrogramBand(Band):
    """A tree whose leaves stand at the middles of cells."""

    plan: Dendrogram
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the tree."""
        return self.style.track_gap + self._height

    @property
    def _height(self) -> float:
        return self.plan.thickness or self.style.tree

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A U for each joint: up from one branch, across, and down to the other."""
        strokes: dict[RGB, list[tuple[Point, ...]]] = {}
        for joint in self.plan.joints:
            first, second = along.cells.at(joint.first), along.cells.at(joint.second)
            ends = (
                (first, joint.first_height),
                (first, joint.height),
                (second, joint.height),
                (second, joint.second_height),
            )
            stroke = tuple(edge.point(at, self.style.track_gap + height * self._height) for at, height in ends)
            strokes.setdefault(joint.color or ink, []).append(stroke)
        for color, alike in strokes.items():
            yield Lines(self.slot.role("dendrogram"), tuple(alike), color, HAIRLINE)
