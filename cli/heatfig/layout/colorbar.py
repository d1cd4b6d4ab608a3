"""A colorbar beside a grid or beside all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from heatfig.layout.block import Block, block
from heatfig.layout.scene import Image, Item, Lines, Point, Polygon
from heatfig.layout.style import BLEED, HAIRLINE, Style
from heatfig.layout.ticks import TickBlocks, tick_blocks, upright
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import ColorbarPlan, shaded
from heatfig.runtime.arrays import RGB

STEPS = 256
SHORTEST = 40.0
LONGEST = 300.0
MINOR = 0.5  # of a tick with a label
_SLACK = 1e-6

ToPage = Callable[[float, float], Point]  # from how far along the bar and how far out from the grid to the page


@dataclass(frozen=True)
class BarBlocks:
    """A colorbar with its texts measured; at first with the fewest ticks."""

    plan: ColorbarPlan
    ticks: TickBlocks
    label: Block | None
    style: Style

    @property
    def upright(self) -> bool:
        """Whether it stands at the left or right."""
        return upright(self.plan.side)

    @property
    def depth(self) -> float:
        """How far it reaches out, from the gap before it to its label."""
        out = self.style.bar_gap + self.style.bar + self.style.tick + self.style.tick_pad + self.ticks.across
        return out + (self.style.label_pad + self.label.height if self.label else 0.0)

    def filled(self, face: Typeface, along: float, first: int) -> "BarBlocks":
        """With the best of its choices of ticks, from `first` on, that stand with ease beside a grid of that length."""
        room = max(along, SHORTEST) - self._tips
        for ticks in self.plan.ticks[first:-1]:
            tried = tick_blocks(face, self.plan, ticks, self.style)
            if tried.comfortable <= room + _SLACK:
                return replace(self, ticks=tried)
        return self

    def length(self, along: float) -> float:
        """As long as what it stands beside, or longer where its tick labels need it."""
        return max(along, self.least)

    @property
    def least(self) -> float:
        """The length below which tick labels would meet."""
        return max(SHORTEST, self.ticks.least + self._tips)

    @property
    def _tips(self) -> float:
        """The pointed ends."""
        return (self.plan.below + self.plan.above) * self.style.bar

    def too_close(self, along: float) -> bool:
        """Whether its tick labels would need a bar out of all proportion to what it stands beside."""
        return self.least > max(LONGEST, 2 * along)

    def overhang(self, along: float) -> float:
        """How far bar, tick labels or label stick out at either end of a grid of that length."""
        reach = max(self.length(along) / 2 + self.ticks.half, self.label.width / 2 if self.label else 0.0)
        return max(0.0, reach - along / 2)

    def draw(self, role: str, at: Point, along: float, color: RGB) -> Iterator[Item]:
        """Items for a grid edge that begins at `at` and is `along` long; the bar is centered on it."""
        length = self.length(along)
        point = self._point(at, (along - length) / 2, length)
        tips = (self.style.bar if self.plan.below else 0.0, self.style.bar if self.plan.above else 0.0)
        low, high = tips[0], length - tips[1]
        near, far = self.style.bar_gap, self.style.bar_gap + self.style.bar
        outline = [point(low, near)]
        if self.plan.below:
            tip = point(0, (near + far) / 2)
            outline.append(tip)
            yield self._tip(f"{role} below", point, low, tip, BLEED, self._end_color(-np.inf))
        outline += [point(low, far), point(high, far)]
        if self.plan.above:
            tip = point(length, (near + far) / 2)
            outline.append(tip)
            yield self._tip(f"{role} above", point, high, tip, -BLEED, self._end_color(np.inf))
        outline += [point(high, near), point(low, near)]
        yield self._gradient(role, point, low, high)
        yield Lines(f"{role} outline", (tuple(outline),), color, HAIRLINE)
        yield from self._draw_ticks(role, point, low, high, color)

    def _end_color(self, score: float) -> RGB:
        """The colour of scores past one of the limits."""
        red, green, blue = shaded(self.plan.colormap, self.plan.norm, np.array(score)).tolist()
        return (red, green, blue)

    def _tip(self, role: str, point: ToPage, base: float, tip: Point, bleed: float, fill: RGB) -> Polygon:
        """A pointed end, reaching under the gradient so that no hairline shows between them."""
        near, far = self.style.bar_gap, self.style.bar_gap + self.style.bar
        corners = (point(base + bleed, near), point(base, near), tip, point(base, far), point(base + bleed, far))
        return Polygon(role, corners, fill)

    def _draw_ticks(self, role: str, point: ToPage, low: float, high: float, color: RGB) -> Iterator[Item]:
        far = self.style.bar_gap + self.style.bar
        spots = [low + spot * (high - low) for spot in self.ticks.spots]
        minor = [low + spot * (high - low) for spot in self.ticks.strokes(high - low)]
        for name, places, size in (("ticks", spots, 1.0), ("minor ticks", minor, MINOR)):
            if places:
                strokes = tuple((point(spot, far), point(spot, far + size * self.style.tick)) for spot in places)
                yield Lines(f"{role} {name}", strokes, color, HAIRLINE)
        out = far + self.style.tick + self.style.tick_pad
        for index, (spot, tick) in enumerate(zip(spots, self.ticks.labels, strict=True)):
            pivot, align = self._tick_pivot(tick)
            outward = out if self.upright else out + tick.height / 2
            yield from tick.words(f"{role} tick label {index}", point(spot, outward), pivot, 0, align, color)
        if self.label is not None:
            middle = (self.label.top + self.label.bottom) / 2
            where = point((low + high) / 2, out + self.ticks.across + self.style.label_pad + self.label.height / 2)
            turn = 90.0 if self.upright else 0.0
            yield from self.label.words(f"{role} label", where, (self.label.width / 2, middle), turn, 0.5, color)

    def _gradient(self, role: str, point: ToPage, low: float, high: float) -> Image:
        positions = (np.arange(STEPS) + 0.5) / STEPS
        norm = self.plan.norm
        colors = self.plan.colormap.colors(norm.fraction(norm.score_at(positions)))
        pixels = colors[::-1, None, :] if self.upright else colors[None, :, :]
        (x0, y0), (x1, y1) = point(low, self.style.bar_gap), point(high, self.style.bar_gap + self.style.bar)
        return Image(f"{role} gradient", min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), pixels, False)

    def _tick_pivot(self, tick: Block) -> tuple[Point, float]:
        match self.plan.side:
            case "right":
                return (0.0, tick.middle), 0.0
            case "left":
                return (tick.width, tick.middle), 1.0
            case _:
                return (tick.width / 2, (tick.top + tick.bottom) / 2), 0.5

    def _point(self, at: Point, begin: float, length: float) -> ToPage:
        """(along, out) → page; an upright bar counts upward from its lower end."""
        outward = 1 if self.plan.side in {"right", "bottom"} else -1

        def point(along: float, out: float) -> Point:
            if self.upright:
                return at[0] + outward * out, at[1] + begin + length - along
            return at[0] + begin + along, at[1] + outward * out

        return point


def bar_blocks(face: Typeface, plan: ColorbarPlan | None, style: Style) -> BarBlocks | None:
    """Measure a colorbar."""
    if plan is None:
        return None
    label = block(face, plan.label, style.axis_label) if plan.label else None
    return BarBlocks(plan, tick_blocks(face, plan, plan.ticks[-1], style), label, style)
