"""A colorbar beside a grid or beside all of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import assert_never

import numpy as np

from heatfig.layout.band import MEANT, Along, Band, Tight, crowding
from heatfig.layout.edge import Edge
from heatfig.layout.guides.bar_ticks import BarTicks, bar_ticks
from heatfig.layout.scene.items import Image, Item, Lines, Point, Polygon
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import BLEED, HAIRLINE, Style
from heatfig.layout.texts.block import Block, block
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.sources import PlanPath
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms import Stepped
from heatfig.scales.words import AlongSide

STEPS = 256
SHORTEST = 40.0
LONGEST = 300.0
MINOR = 0.5  # of a tick with a label

THICKNESS = 0.02  # of the grid's width
_BEFORE: dict[AlongSide, float] = {"start": 0.0, "center": 0.5, "end": 1.0}  # how much of the free room


@dataclass(frozen=True)
class _Bar:
    """Where a bar stands: its length with its pointed ends, the limits between these, its sides."""

    edge: Edge
    length: float
    low: float
    high: float
    near: float
    far: float

    @property
    def middle(self) -> float:
        """Half-way across."""
        return (self.near + self.far) / 2

    def point(self, along: float, out: float) -> Point:
        """On the page; an upright bar counts upward."""
        return self.edge.point(self.length - along if self.edge.upright else along, out)


@dataclass(frozen=True)
class ColorbarBand(Band):
    """A colorbar with its texts measured."""

    plan: Colorbar
    scale: ColorScale
    ticks: BarTicks
    label: Block | None
    path: PlanPath
    gap: float
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:
        """From the gap before it to its label."""
        out = self._far(along) + self._label_out + self.ticks.across
        return out + (self.style.label_pad + self._label_extent[2] if self.label else 0.0)

    @cached_property
    def _label_extent(self) -> tuple[float, float, float]:
        """The angle of the label, and how far it reaches along the bar and across."""
        if self.label is None:
            return 0.0, 0.0, 0.0
        angle, wide, high = self.label.turned(90.0 if self.slot.upright else 0.0)
        return (angle, high, wide) if self.slot.upright else (angle, wide, high)

    def _far(self, along: Along) -> float:
        """From the edge beside which it stands to the bar's far side."""
        return self.gap + (self.plan.thickness or max(self.style.bar, THICKNESS * along.width))

    @property
    def _tip_length(self) -> float:
        """How long its pointed ends are."""
        return self.plan.thickness or self.style.bar

    @property
    def _label_out(self) -> float:
        """From the bar to its tick labels."""
        return self.style.tick + self.style.tick_pad

    def _length(self, along: Along) -> float:
        """As asked, else as long as what it stands beside, or longer where its tick labels need it."""
        return self.plan.length or max(self.plan.share * along.cells.length, SHORTEST, self._least)

    def _begins(self, along: Along) -> float:
        """How far from the beginning of what it stands beside."""
        return (along.cells.length - self._length(along)) * _BEFORE[self.plan.align]

    @cached_property
    def _least(self) -> float:
        """The length below which tick labels would meet; its pointed ends come on top."""
        return self.ticks.least + (self.plan.below + self.plan.above) * self._tip_length

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # lies along the whole grid
        """That its tick labels would need a longer bar, or one out of all proportion to what it stands beside."""
        if self.plan.length is not None and self._least > self.plan.length:
            message = f"a colorbar of {self.plan.length:.0f} pt is too short for its tick labels"
            least = f"at least {self._least:.0f}pt, or " if self._least < MEANT else ""
            yield Tight(message, (*self.path, "length"), f"{least}fewer ticks")
        if self.plan.length is None and self._least > max(LONGEST, 2 * along.cells.length):
            message = f"the ticks of the colorbar are too close: {crowding(self._least, 'a bar of ')}"
            yield Tight(message, (*self.path, "ticks"), "fewer ticks, or ticks further apart")

    def inset(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """The gap before it."""
        return self.gap

    def overhang(self, along: Along) -> tuple[float, float]:
        """How far bar, tick labels or label stick out at either end."""
        reach = max(self._length(along) / 2 + self.ticks.half, self._label_extent[1] / 2)
        middle = self._begins(along) + self._length(along) / 2
        return max(0.0, reach - middle), max(0.0, reach - (along.cells.length - middle))

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Gradient, pointed ends, outline, ticks and texts."""
        length = self._length(along)
        moved = edge.moved(self._begins(along))
        low = self._tip_length if self.plan.below else 0.0
        high = length - (self._tip_length if self.plan.above else 0.0)
        bar = _Bar(moved, length, low, high, self.gap, self._far(along))
        yield from self._tips(bar)
        yield self._gradient(bar)
        yield Lines(self.slot.role("colorbar outline"), (self._outline(bar),), ink, HAIRLINE)
        yield from self._draw_ticks(bar, ink)
        yield from self._draw_label(bar, ink)

    def _outline(self, bar: _Bar) -> tuple[Point, ...]:
        below = (bar.point(0, bar.middle),) if self.plan.below else ()
        above = (bar.point(bar.length, bar.middle),) if self.plan.above else ()
        start = bar.point(bar.low, bar.near)
        far = bar.point(bar.low, bar.far), bar.point(bar.high, bar.far)
        return (start, *below, *far, *above, bar.point(bar.high, bar.near), start)

    def _tips(self, bar: _Bar) -> Iterator[Polygon]:
        """Pointed ends in the colours of scores past the limits."""
        if self.plan.below:
            yield self._tip("colorbar below", bar, (bar.low, 0), BLEED, -np.inf)
        if self.plan.above:
            yield self._tip("colorbar above", bar, (bar.high, bar.length), -BLEED, np.inf)

    def _tip(self, kind: str, bar: _Bar, ends: tuple[float, float], bleed: float, score: float) -> Polygon:
        """A pointed end, reaching under the gradient so that no hairline shows between them."""
        base, tip = ends
        corners = (
            bar.point(base + bleed, bar.near), bar.point(base, bar.near), bar.point(tip, bar.middle),
            bar.point(base, bar.far), bar.point(base + bleed, bar.far),
        )  # fmt: skip
        red, green, blue = self.scale.colors(np.array(score)).tolist()
        return Polygon(self.slot.role(kind), corners, (red, green, blue))

    def _gradient(self, bar: _Bar) -> Image:
        norm = self.scale.norm
        steps = norm.classes if isinstance(norm, Stepped) else STEPS
        colors = self.scale.colormap.colors(norm.fraction(norm.score_at((np.arange(steps) + 0.5) / steps)))
        pixels = colors[::-1, None, :] if self.slot.upright else colors[None, :, :]
        (x0, y0), (x1, y1) = bar.point(bar.low, bar.near), bar.point(bar.high, bar.far)
        role = self.slot.role("colorbar gradient")
        return Image(role, min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), pixels, False)

    def _draw_ticks(self, bar: _Bar, ink: RGB) -> Iterator[Item]:
        span = bar.high - bar.low
        spots = [bar.low + position * span for position in self.ticks.spots]
        minor = [bar.low + position * span for position in self.ticks.strokes(span)]
        major = [] if self.plan.ticks.classes else spots
        for kind, places, size in (("colorbar ticks", major, 1.0), ("colorbar minor ticks", minor, MINOR)):
            if places:
                reach = bar.far + size * self.style.tick
                strokes = tuple((bar.point(position, bar.far), bar.point(position, reach)) for position in places)
                yield Lines(self.slot.role(kind), strokes, ink, HAIRLINE)
        for index, (position, tick) in enumerate(zip(spots, self.ticks.labels, strict=True)):
            pivot, align = self._tick_pivot(tick)
            at = bar.point(position, bar.far + self._label_out + (0.0 if self.slot.upright else tick.height / 2))
            yield from tick.text_runs(self.slot.role("colorbar tick label", index), at, pivot, 0, align, ink)

    def _tick_pivot(self, tick: Block) -> tuple[Point, float]:
        match self.slot.side:
            case "right":
                return (0.0, tick.middle), 0.0
            case "left":
                return (tick.width, tick.middle), 1.0
            case "top" | "bottom":
                return (tick.width / 2, (tick.top + tick.bottom) / 2), 0.5
            case _:
                assert_never(self.slot.side)

    def _draw_label(self, bar: _Bar, ink: RGB) -> Iterator[Item]:
        if self.label is not None:
            pivot = (self.label.width / 2, (self.label.top + self.label.bottom) / 2)
            turn, _, across = self._label_extent
            out = self._label_out + self.ticks.across + self.style.label_pad + across / 2
            at = bar.point((bar.low + bar.high) / 2, bar.far + out)
            yield from self.label.text_runs(self.slot.role("colorbar label"), at, pivot, turn, 0.5, ink)


def colorbar_band(setting: Setting, plan: Colorbar) -> ColorbarBand:
    """Measure a colorbar."""
    face, style, slot = setting.face, setting.style, setting.slot
    scale = setting.plan.scale_by_id[plan.scale]
    ticks = bar_ticks(face, scale.norm, plan.ticks, slot.upright, style)
    label = block(face, plan.label, style.axis_label) if plan.label else None
    path = ("guides", setting.plan.guides.index(plan))
    return ColorbarBand(plan, scale, ticks, label, path, setting.guide_gap, slot, style)
