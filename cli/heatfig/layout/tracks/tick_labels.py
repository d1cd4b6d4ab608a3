"""Ticks and tick labels along one side of a grid."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from heatfig.layout.anchor import Box, alignment, pinned
from heatfig.layout.band import Along, Band, Setting, Slot, Tight
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item, Lines
from heatfig.layout.style import HAIRLINE, Style
from heatfig.plan.axis import AxisPlan, key_name
from heatfig.runtime.arrays import RGB

UPRIGHT = (0.0,)
AUTO_ANGLES = (0.0, 45.0, 90.0)
# Of a box about its tick: the edge that is farthest out, and its sign there.
_FAR = {"left": (0, -1), "top": (1, -1), "right": (2, 1), "bottom": (3, 1)}


@dataclass(frozen=True)
class TickLabelsBand(Band):
    """The ticks of an axis with their labels measured."""

    plan: AxisPlan
    shown: tuple[tuple[float, Block], ...]
    slot: Slot
    style: Style
    _boxes: dict[float, list[tuple[float, Box]]] = field(default_factory=dict, repr=False, compare=False)
    _closest: dict[float, tuple[float, int, int]] = field(default_factory=dict, repr=False, compare=False)

    def _tick_boxes(self, angle: float) -> list[tuple[float, Box]]:
        """The turned box of each label about its tick; remembered, as every cell size that is tried asks."""
        if angle not in self._boxes:
            side, out = self.slot.side, self._tick_out
            self._boxes[angle] = [(at, pinned(tick, side, angle, out)[1]) for at, tick in self.shown]
        return self._boxes[angle]

    @property
    def _stroked(self) -> bool:
        """Whether ticks have strokes: those of numbers and dates, which stand anywhere; a category is its cell."""
        return self.plan.spacing is not None

    @property
    def _tick_out(self) -> float:
        return self.style.tick + self.style.tick_pad if self._stroked else self.style.label_gap

    @cached_property
    def _angles(self) -> tuple[float, ...]:
        """The angles that labels may take, best first."""
        if self.plan.rotation is not None:
            return (self.plan.rotation,)
        return UPRIGHT if self.slot.upright else AUTO_ANGLES

    def turns(self) -> int:
        """One an angle."""
        return len(self._angles)

    def _angle(self, turn: int) -> float:
        return self._angles[min(turn, len(self._angles) - 1)]

    def needed_cell(self, turn: int) -> float:
        """The least step at which no label meets the next one."""
        return self._closest_at(self._angle(turn))[0]

    def _closest_at(self, angle: float) -> tuple[float, int, int]:
        """The two labels that need the largest cells, and how large."""
        if angle not in self._closest:  # asked once for each panel that is laid out beside this one
            spots = [(self.plan.middling(at), tick) for at, tick in self.shown]
            steps = [
                (self._step(one, other, angle) / max(q - p, 1e-9), index, index + 1)
                for index, ((p, one), (q, other)) in enumerate(pairwise(spots))
            ]
            self._closest[angle] = max(steps, default=(0.0, 0, 0))
        return self._closest[angle]

    def _step(self, one: Block, other: Block, angle: float) -> float:
        turned = math.radians(90 - angle if self.slot.upright else angle)
        along, across = abs(math.cos(turned)), abs(math.sin(turned))
        if along > 1 - 1e-9:
            return (one.width + other.width) / 2 + 2 * self.style.clearance
        by_width = (max(one.width, other.width) + 2 * self.style.clearance) / along if along > 1e-9 else math.inf
        by_height = (max(one.height, other.height)) / across
        return min(by_width, by_height)

    def tight(self, along: Along, size: float) -> Iterator[Tight]:
        """Labels that need larger cells."""
        needed, *pair = self._closest_at(self._angle(along.turn))
        if needed > size + 1e-6:
            first, second = (f"'{self._name(index)}'" for index in pair)
            message = f"the {self.slot.axis} tick labels {first} and {second} meet"
            yield Tight(f"{message}: they need {needed:.1f} pt a cell and have {size:.1f}", self.slot.axis_path)

    def _name(self, index: int) -> str:
        tick = self.plan.ticks[index]
        return tick.text.content if self.plan.spacing else key_name(self.plan.keys[int(tick.at)])

    def depth(self, along: Along) -> float:
        """As far as the longest label reaches."""
        edge, sign = _FAR[self.slot.side]
        return max([0.0, *(sign * box[edge] for _, box in self._tick_boxes(self._angle(along.turn)))])

    def overhang(self, along: Along) -> tuple[float, float]:
        """How far labels stick out past the first and the last cell."""
        before = after = 0.0
        low, high = (1, 3) if self.slot.upright else (0, 2)
        for at, box in self._tick_boxes(self._angle(along.turn)):
            center = along.cells.at(at)
            before = max(before, -(center + box[low]))
            after = max(after, center + box[high] - along.cells.length)
        return before, after

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A label for each tick, and for those of numbers a short stroke."""
        if self.shown and self._stroked:
            centers = [along.cells.at(at) for at, _ in self.shown]
            strokes = tuple((edge.point(center, 0), edge.point(center, self.style.tick)) for center in centers)
            yield Lines(self.slot.role("ticks"), strokes, ink, HAIRLINE)
        angle = self._angle(along.turn)
        align = alignment(self.slot.side, angle)
        for index, (at, tick) in enumerate(self.shown):
            pivot, _ = pinned(tick, self.slot.side, angle, self._tick_out)
            spot = edge.point(along.cells.at(at), 0)
            named = index if self._stroked else int(at)
            yield from tick.words(self.slot.role("tick label", named), spot, pivot, angle, align, ink)


def tick_labels_band(setting: Setting) -> TickLabelsBand:
    """Measure the tick labels of the axis along which they lie."""
    ticks = tuple((tick.at, block(setting.face, tick.text, setting.style.base)) for tick in setting.axis.ticks)
    return TickLabelsBand(setting.axis, ticks, setting.slot, setting.style)
