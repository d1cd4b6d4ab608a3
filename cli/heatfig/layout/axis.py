"""Ticks, groups and the axis label along one side of a grid."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from heatfig.layout.anchor import Box, alignment, pinned
from heatfig.layout.band_scale import BandScale
from heatfig.layout.block import Block, block
from heatfig.layout.groups import GroupBlocks, OnPage
from heatfig.layout.scene import Item, Lines, Point
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import AxisPlan
from heatfig.runtime.arrays import RGB

UPRIGHT = (0.0,)
AUTO_ANGLES = (0.0, 45.0, 90.0)


@dataclass(frozen=True)
class AxisBlocks:
    """An axis with its texts measured."""

    plan: AxisPlan
    ticks: tuple[Block | None, ...]
    groups: GroupBlocks
    label: Block | None
    style: Style
    _boxes: dict[float, dict[int, Box]] = field(default_factory=dict, repr=False, compare=False)
    _closest: dict[float, tuple[float, int, int]] = field(default_factory=dict, repr=False, compare=False)

    def _tick_boxes(self, angle: float) -> dict[int, Box]:
        """The turned box of each tick label about its tick; remembered, as every cell size that is tried asks."""
        if angle not in self._boxes:
            shown = ((index, tick) for index, tick in enumerate(self.ticks) if tick is not None)
            side, out = self.plan.side, self._tick_out
            self._boxes[angle] = {index: pinned(tick, side, angle, out)[1] for index, tick in shown}
        return self._boxes[angle]

    @property
    def _tick_out(self) -> float:
        return self.style.tick + self.style.tick_pad

    @property
    def horizontal(self) -> bool:
        """Whether it runs along x."""
        return self.groups.horizontal

    def angles(self) -> tuple[float, ...]:
        """The angles that tick labels may take, best first."""
        if self.plan.rotation is not None:
            return (self.plan.rotation,)
        return AUTO_ANGLES if self.horizontal else UPRIGHT

    def needed_cell(self, angle: float) -> float:
        """The least cell size at which no tick label meets the next one."""
        return self.closest(angle)[0]

    def closest(self, angle: float) -> tuple[float, int, int]:
        """The two tick labels that need the largest cells, and how large."""
        if angle not in self._closest:  # asked once for each panel that is laid out beside this one
            shown = [(index, tick) for index, tick in enumerate(self.ticks) if tick is not None]
            steps = [(self._step(one, other, angle) / (j - i), i, j) for (i, one), (j, other) in pairwise(shown)]
            self._closest[angle] = max(steps, default=(0.0, 0, 0))
        return self._closest[angle]

    def _step(self, one: Block, other: Block, angle: float) -> float:
        turned = math.radians(angle if self.horizontal else 90 - angle)
        along, across = abs(math.cos(turned)), abs(math.sin(turned))
        if along > 1 - 1e-9:
            return (one.width + other.width) / 2 + 2 * self.style.clearance
        by_width = (max(one.width, other.width) + 2 * self.style.clearance) / along if along > 1e-9 else math.inf
        by_height = (max(one.height, other.height)) / across
        return min(by_width, by_height)

    def depth(self, angle: float, track: BandScale) -> float:
        """How far ticks, groups and label reach out from the grid."""
        out = self._ticks_depth(angle) + self.groups.depth(track)
        if self.label is not None:
            out += self.style.label_pad + self.label.height
        return out

    def overhang(self, angle: float, track: BandScale) -> tuple[float, float]:
        """How far texts stick out before the grid's first edge and after its last along the axis."""
        before = after = 0.0
        for index, box in self._tick_boxes(angle).items():
            low, high = (box[0], box[2]) if self.horizontal else (box[1], box[3])
            before = max(before, -(track.center(index) + low))
            after = max(after, track.center(index) + high - track.length)
        if self.label is not None:
            low = self._label_center(track) - self.label.width / 2
            before, after = max(before, -low), max(after, low + self.label.width - track.length)
        return before, after

    def _label_center(self, track: BandScale) -> float:
        """The middle of the grid; a longer label at the side reaches up only, clear of the one below."""
        assert self.label is not None
        over = max(0.0, self.label.width - track.length) / 2
        return track.length / 2 - (0.0 if self.horizontal else over)

    def draw(self, panel: str, angle: float, track: BandScale, origin: Point, far: float, color: RGB) -> Iterator[Item]:
        """Items for a grid whose upper left corner is at `origin`; `far` is its extent across the axis."""
        side, horizontal = self.plan.side, self.horizontal
        edge = (origin[1] if horizontal else origin[0]) + (far if side in {"bottom", "right"} else 0)
        outward = 1 if side in {"bottom", "right"} else -1
        start = origin[0] if horizontal else origin[1]

        def point(along: float, out: float) -> Point:
            a, b = start + along, edge + outward * out
            return (a, b) if horizontal else (b, a)

        name = "x" if horizontal else "y"
        yield from self._draw_ticks(name, panel, angle, track, point, color)
        out = self._ticks_depth(angle)
        yield from self.groups.draw(name, panel, track, point, out, color)
        out += self.groups.depth(track)
        if self.label is not None:
            turn = 0.0 if horizontal else 90.0
            middle = (self.label.top + self.label.bottom) / 2
            at = point(self._label_center(track), out + self.style.label_pad + self.label.height / 2)
            yield from self.label.words(f"{name} label {panel}", at, (self.label.width / 2, middle), turn, 0.5, color)

    def _draw_ticks(
        self, name: str, panel: str, angle: float, track: BandScale, point: OnPage, color: RGB
    ) -> Iterator[Item]:
        shown = [(index, tick) for index, tick in enumerate(self.ticks) if tick is not None]
        if shown:
            strokes = ((point(track.center(i), 0), point(track.center(i), self.style.tick)) for i, _ in shown)
            yield Lines(f"{name} ticks {panel}", tuple(strokes), color, HAIRLINE)
        align = alignment(self.plan.side, angle)
        for index, tick in shown:
            pivot, _ = pinned(tick, self.plan.side, angle, self._tick_out)
            role = f"{name} tick label {panel}, {index}"
            yield from tick.words(role, point(track.center(index), 0), pivot, angle, align, color)

    def _ticks_depth(self, angle: float) -> float:
        edge, sign = {"left": (0, -1), "top": (1, -1), "right": (2, 1), "bottom": (3, 1)}[self.plan.side]
        return max([0.0, *(sign * box[edge] for box in self._tick_boxes(angle).values())])


def axis_blocks(face: Typeface, plan: AxisPlan, style: Style, outer: bool) -> AxisBlocks:
    """Measure an axis; one that is not `outer` keeps its groups' gaps but none of its texts."""
    horizontal = plan.side in {"top", "bottom"}
    if not outer:
        return AxisBlocks(plan, (None,) * len(plan.ticks), GroupBlocks((), (), horizontal, style), None, style)
    ticks = tuple(None if tick is None or not tick else block(face, tick, style.base) for tick in plan.ticks)
    names = tuple(block(face, group.text, style.base) for group in plan.groups)
    groups = GroupBlocks(plan.groups, names, horizontal, style)
    return AxisBlocks(plan, ticks, groups, block(face, plan.label, style.axis_label) if plan.label else None, style)
