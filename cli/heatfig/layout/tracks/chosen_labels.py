"""Labels of some rows or columns, with lines to their cells."""

from collections.abc import Iterator
from itertools import pairwise

from heatfig.layout.band import Along, Band
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.stroke import stroked
from heatfig.layout.style import Style
from heatfig.layout.texts.anchor import alignment
from heatfig.layout.texts.block import block
from heatfig.layout.texts.spread import spread
from heatfig.layout.tracks.pose import FAR, Pose, Spot
from heatfig.plan.text import Stroke
from heatfig.plan.tracks.chosen_labels import ChosenLabels
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class ChosenLabelsBand(Band):
    """Labels spread along a side, and the ways in which they may stand, best first."""

    poses: tuple[Pose, ...]
    stroke: Stroke
    slot: Slot
    style: Style

    def _pose(self, along: Along) -> Pose:
        """The first at which all have room along the grid, else the last."""
        room = along.cells.length
        return next((pose for pose in self.poses if sum(_steps(pose)) <= room), self.poses[-1])

    def _places(self, along: Along) -> list[float]:
        """Where each label stands, in line with its cell unless others are in its way."""
        pose = self._pose(along)
        low, high = (1, 3) if self.slot.upright else (0, 2)
        first, last = -pose.pins[0][1][low], pose.pins[-1][1][high]
        wanted = [along.cells.at(spot.at) for spot in pose.spots]
        return spread(wanted, _steps(pose), first, along.cells.length - last)

    def depth(self, along: Along) -> float:
        """As far as the longest label reaches."""
        edge, sign = FAR[self.slot.side]
        return max(sign * box[edge] for _, box in self._pose(along).pins)

    def overhang(self, along: Along) -> tuple[float, float]:
        """What sticks out where there is not room for all along the grid."""
        low, high = (1, 3) if self.slot.upright else (0, 2)
        pins, places = self._pose(along).pins, self._places(along)
        before = max(-(place + box[low]) for place, (_, box) in zip(places, pins, strict=True))
        after = max(place + box[high] for place, (_, box) in zip(places, pins, strict=True)) - along.cells.length
        return max(0.0, before), max(0.0, after)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A line from each cell, that leaves it and reaches its label straight, and the label."""
        pose, places = self._pose(along), self._places(along)
        near, stub, far = self.style.label_gap / 2, self.style.tick, _line_end(self.style)
        for index, (spot, place, (pivot, _)) in enumerate(zip(pose.spots, places, pose.pins, strict=True)):
            cell = along.cells.at(spot.at)
            corners = ((cell, near), (cell, near + stub), (place, far - stub), (place, far))
            line = tuple(edge.point(*corner) for corner in corners)
            yield stroked(self.slot.role("leader line", index), (line,), self.stroke, ink)
            role, align = self.slot.role("chosen label", index), alignment(self.slot.side, pose.angle)
            yield from spot.text.text_runs(role, edge.point(place, 0), pivot, pose.angle, align, ink)


def _steps(pose: Pose) -> list[float]:
    return [pose.step(one.text, other.text) for one, other in pairwise(pose.spots)]


def _line_end(style: Style) -> float:
    """How far out lines end."""
    return style.label_gap / 2 + style.leader


def chosen_labels_band(setting: Setting, plan: ChosenLabels) -> ChosenLabelsBand:
    """Measure labels: at the angle of their axis, else level and, along x, where there is no room upright."""
    axis, style, side = setting.axis, setting.style, setting.slot.side
    texts = [block(setting.face, tick.text, style.base) for tick in plan.labels]
    spots = tuple(Spot(tick.at, axis.middling(tick.at), text) for tick, text in zip(plan.labels, texts, strict=True))
    usual = (0.0,) if setting.slot.upright else (0.0, 90.0)
    angles = usual if axis.rotation is None else (axis.rotation,)
    out = _line_end(style) + style.label_gap / 2
    poses = tuple(Pose(spots, angle, side, out, style.clearance) for angle in angles)
    return ChosenLabelsBand(poses, plan.stroke, setting.slot, style)
