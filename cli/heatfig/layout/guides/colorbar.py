"""A colorbar beside a grid or beside all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from heatfig.layout.band import Along, Band, Setting, Slot, Tight
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.guides.bar_ticks import BarTicks, bar_ticks
from heatfig.layout.scene import Image, Item, Lines, Point, Polygon
from heatfig.layout.style import BLEED, HAIRLINE, Style
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.sources import PlanPath
from heatfig.runtime.arrays import RGB
from heatfig.scales.norms import Stepped

STEPS = 256
SHORTEST = 40.0
LONGEST = 300.0
MINOR = 0.5  # of a tick with a label

ToPage = Callable[[float, float], Point]  # from how far along the bar and how far out from the grid to the page


@dataclass(frozen=True)
class ColorbarBand(Band):
    """A colorbar with its texts measured."""

    plan: Colorbar
    scale: ColorScale
    ticks: BarTicks
    label: Block | None
    path: PlanPath
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """From the gap before it to its label."""
        out = self._label_out + self.ticks.across
        return out + (self.style.label_pad + self.label.height if self.label else 0.0)

    @property
    def _far(self) -> float:
        return self.style.bar_gap + self._thick

    @property
    def _thick(self) -> float:
        """How thick it is, and how long its pointed ends are."""
        return self.plan.thickness or self.style.bar

    @property
    def _label_out(self) -> float:
        return self._far + self.style.tick + self.style.tick_pad

    def _length(self, along: Along) -> float:
        """As asked, else as long as what it stands beside, or longer where its tick labels need it."""
        return self.plan.length or max(self.plan.share * along.cells.length, SHORTEST, self._least)

    @property
    def _least(self) -> float:
        """The length below which tick labels would meet; its pointed ends come on top."""
        return self.ticks.least + (self.plan.below + self.plan.above) * self._thick

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # lies along the whole grid
        """That its tick labels would need a longer bar, or one out of all proportion to what it stands beside."""
        if self.plan.length is not None and self._least > self.plan.length:
            message = f"a colorbar of {self.plan.length:.0f} pt is too short for its tick labels"
            yield Tight(message, (*self.path, "length"), f"at least {self._least:.0f}pt, or fewer ticks")
        if self.plan.length is None and self._least > max(LONGEST, 2 * along.cells.length):
            message = (
                f"the ticks of the colorbar stand too close: their labels would need a bar of {self._least:.0f} pt"
            )
            yield Tight(message, (*self.path, "ticks"), "fewer ticks, or ticks further apart")

    def overhang(self, along: Along) -> tuple[float, float]:
        """How far bar, tick labels or label stick out at either end."""
        reach = max(self._length(along) / 2 + self.ticks.half, self.label.width / 2 if self.label else 0.0)
        past = max(0.0, reach - along.cells.length / 2)
        return past, past

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Gradient, pointed ends, outline, ticks and texts; an upright bar counts upward from its lower end."""
        length = self._length(along)
        begin = (along.cells.length - length) / 2

        def point(up: float, out: float) -> Point:
            return edge.point(begin + (length - up if self.slot.upright else up), out)

        low = self._thick if self.plan.below else 0.0
        high = length - (self._thick if self.plan.above else 0.0)
        yield from self._tips(point, low, high, length)
        yield self._gradient(point, low, high)
        yield Lines(self.slot.role("colorbar outline"), (self._outline(point, low, high, length),), ink, HAIRLINE)
        yield from self._draw_ticks(point, low, high, ink)
        yield from self._draw_label(point, (low + high) / 2, ink)

    def _outline(self, point: ToPage, low: float, high: float, length: float) -> tuple[Point, ...]:
        near, far = self.style.bar_gap, self._far
        below = (point(0, (near + far) / 2),) if self.plan.below else ()
        above = (point(length, (near + far) / 2),) if self.plan.above else ()
        return (
            point(low, near),
            *below,
            point(low, far),
            point(high, far),
            *above,
            point(high, near),
            point(low, near),
        )

    def _tips(self, point: ToPage, low: float, high: float, length: float) -> Iterator[Polygon]:
        """Pointed ends in the colours of scores past the limits."""
        if self.plan.below:
            yield self._tip("colorbar below", point, low, 0, BLEED, -np.inf)
        if self.plan.above:
            yield self._tip("colorbar above", point, high, length, -BLEED, np.inf)

    def _tip(self, kind: str, point: ToPage, base: float, end: float, bleed: float, score: float) -> Polygon:
        """A pointed end, reaching under the gradient so that no hairline shows between them."""
        near, far = self.style.bar_gap, self._far
        tip = point(end, (near + far) / 2)
        corners = (point(base + bleed, near), point(base, near), tip, point(base, far), point(base + bleed, far))
        red, green, blue = self.scale.colors(np.array(score)).tolist()
        return Polygon(self.slot.role(kind), corners, (red, green, blue))

    def _gradient(self, point: ToPage, low: float, high: float) -> Image:
        norm = self.scale.norm
        steps = norm.classes if isinstance(norm, Stepped) else STEPS
        colors = self.scale.colormap.colors(norm.fraction(norm.score_at((np.arange(steps) + 0.5) / steps)))
        pixels = colors[::-1, None, :] if self.slot.upright else colors[None, :, :]
        (x0, y0), (x1, y1) = point(low, self.style.bar_gap), point(high, self._far)
        role = self.slot.role("colorbar gradient")
        return Image(role, min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), pixels, False)

    def _draw_ticks(self, point: ToPage, low: float, high: float, ink: RGB) -> Iterator[Item]:
        spots = [low + spot * (high - low) for spot in self.ticks.spots]
        minor = [low + spot * (high - low) for spot in self.ticks.strokes(high - low)]
        strokes_at = [] if self.plan.ticks.classes else spots
        for kind, places, size in (("colorbar ticks", strokes_at, 1.0), ("colorbar minor ticks", minor, MINOR)):
            if places:
                reach = self._far + size * self.style.tick
                strokes = tuple((point(spot, self._far), point(spot, reach)) for spot in places)
                yield Lines(self.slot.role(kind), strokes, ink, HAIRLINE)
        for index, (spot, tick) in enumerate(zip(spots, self.ticks.labels, strict=True)):
            pivot, align = self._tick_pivot(tick)
            at = point(spot, self._label_out + (0.0 if self.slot.upright else tick.height / 2))
            yield from tick.words(self.slot.role("colorbar tick label", index), at, pivot, 0, align, ink)

    def _tick_pivot(self, tick: Block) -> tuple[Point, float]:
        match self.slot.side:
            case "right":
                return (0.0, tick.middle), 0.0
            case "left":
                return (tick.width, tick.middle), 1.0
            case _:
                return (tick.width / 2, (tick.top + tick.bottom) / 2), 0.5

    def _draw_label(self, point: ToPage, middle: float, ink: RGB) -> Iterator[Item]:
        if self.label is not None:
            pivot = (self.label.width / 2, (self.label.top + self.label.bottom) / 2)
            at = point(middle, self._label_out + self.ticks.across + self.style.label_pad + self.label.height / 2)
            turn = 90.0 if self.slot.upright else 0.0
            yield from self.label.words(self.slot.role("colorbar label"), at, pivot, turn, 0.5, ink)


def colorbar_band(setting: Setting, plan: Colorbar) -> ColorbarBand:
    """Measure a colorbar."""
    face, style, slot = setting.face, setting.style, setting.slot
    scale = setting.plan.scale_by_id[plan.scale]
    ticks = bar_ticks(face, scale.norm, plan.ticks, slot.upright, style)
    label = block(face, plan.label, style.axis_label) if plan.label else None
    path = ("guides", setting.plan.guides.index(plan))
    return ColorbarBand(plan, scale, ticks, label, path, slot, style)
