"""One way in which all labels along an axis may stand: in so many lines, at an angle."""

import math
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.scene.items import Point
from heatfig.layout.texts.anchor import Box, pinned
from heatfig.layout.texts.block import ALIGNED, Block
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

SHORT = 3  # characters
LONGEST = 560.0  # points: up to which an axis grows so that short labels, and names of groups, lie flat
_NEAR = 0.25  # em between labels that are as short
# Of a box about its tick: the edge that is farthest out, and its sign there.
FAR: dict[Side, tuple[int, int]] = {"left": (0, -1), "top": (1, -1), "right": (2, 1), "bottom": (3, 1)}


@dataclass(frozen=True)
class Spot:
    """A label, where its tick stands, and where that is in cells of middling width."""

    at: float
    middling: float
    text: Block


@dataclass(frozen=True)
class Pose:
    """Labels at an angle, `out` from the grid's edge and `clearance` on either side clear of each other."""

    spots: tuple[Spot, ...]
    angle: float
    side: Side
    out: float
    clearance: float

    @cached_property
    def pins(self) -> list[tuple[Point, Box]]:
        """The point of each label that is pinned to its tick, and its turned box about that."""
        return [pinned(spot.text, self.side, self.angle, self.out + self._shift(spot.text)) for spot in self.spots]

    def lean(self, cells: BandScale, far: float) -> tuple[float, float]:
        """How far labels above or below stick out before the first cell and after the last within that distance."""
        sign = FAR[self.side][1]
        before = after = -math.inf
        for spot, (pivot, _) in zip(self.spots, self.pins, strict=True):
            around = [(x, sign * y) for x, y in spot.text.corners(pivot, self.angle)]
            for x in _within(around, far):
                place = cells.at(spot.at) + x
                before, after = max(before, -place), max(after, place - cells.length)
        return before, after

    def _shift(self, text: Block) -> float:
        """How far a label at the side stands out, so that all are aligned as their style says."""
        if text.style.align is None or self.side in {"top", "bottom"} or self.angle:
            return 0.0
        share = ALIGNED[text.style.align]
        return (self._widest - text.width) * (share if self.side == "right" else 1 - share)

    @cached_property
    def _widest(self) -> float:
        return max(spot.text.width for spot in self.spots)

    @cached_property
    def needed(self) -> tuple[float, int, int]:
        """The least step from cell to cell at which no label meets the next one, and the two that need it."""
        steps = (
            (self.step(one.text, other.text) / max(other.middling - one.middling, 1e-9), index, index + 1)
            for index, (one, other) in enumerate(pairwise(self.spots))
        )
        return max(steps, default=(0.0, 0, 0))

    def step(self, one: Block, other: Block) -> float:
        """How far apart two labels that follow each other must stand at least."""
        turned = math.radians(90 - self.angle if self.side in {"left", "right"} else self.angle)
        along, across = abs(math.cos(turned)), abs(math.sin(turned))
        if along > 1 - 1e-9:
            return (one.width + other.width) / 2 + self._apart(one, other)
        by_width = (max(one.width, other.width) + 2 * self.clearance) / along if along > 1e-9 else math.inf
        by_height = (max(one.height, other.height)) / across
        return min(by_width, by_height)

    def _apart(self, one: Block, other: Block) -> float:
        """Between two labels side by side; short ones are told apart from nearer."""
        near = all(is_short(text) for text in (one, other))
        return min(2 * self.clearance, _NEAR * one.size) if near else 2 * self.clearance


def _within(around: list[Point], far: float) -> Iterator[float]:
    """Where the corners of what is left of a shape stand along an axis when it is cut off at some distance from it."""
    for (x, out), (other, beyond) in pairwise([*around, around[0]]):
        if out <= far:
            yield x
        if (out <= far) != (beyond <= far):
            yield x + (other - x) * (far - out) / (beyond - out)


def is_short(text: Block) -> bool:
    """Whether a text is no longer than a number of three digits."""
    return all(len(line) <= SHORT for line, _ in text.lines)
