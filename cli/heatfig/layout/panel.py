"""One panel: what stands around its grid, band by band outward, and its items."""

from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.axis import AxisBlocks, axis_blocks
from heatfig.layout.band_scale import BandScale, track
from heatfig.layout.block import Block, block
from heatfig.layout.cells import CellFrame, draw_cells
from heatfig.layout.colorbar import BarBlocks, bar_blocks
from heatfig.layout.scene import Item, Lines, Point, Rect
from heatfig.layout.style import BLEED, HAIRLINE, Style
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import PanelPlan, Side
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class Margins:
    """Room around a grid, in points."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class PanelBlocks:
    """A panel with its texts measured; its cell size is not yet known."""

    index: int
    plan: PanelPlan
    x: AxisBlocks
    y: AxisBlocks
    title: Block | None
    bar: BarBlocks | None
    style: Style

    def tracks(self, cell: tuple[float, float]) -> tuple[BandScale, BandScale]:
        """Columns and rows for one cell size."""
        return track(self.plan, self.plan.x, cell[0], self.style), track(self.plan, self.plan.y, cell[1], self.style)

    def margins(self, cell: tuple[float, float], angles: tuple[float, float]) -> Margins:
        """The room that everything around the grid takes."""
        x, y = self.tracks(cell)
        before_x, after_x = self.x.overhang(angles[0], x)
        before_y, after_y = self.y.overhang(angles[1], y)
        over = {"left": before_x, "right": after_x, "top": before_y, "bottom": after_y}
        if self.bar is not None:
            past = self.bar.overhang((y if self.bar.upright else x).length)
            for side in ("top", "bottom") if self.bar.upright else ("left", "right"):
                over[side] = max(over[side], past)
        if self.title is not None:
            past = (self.title.width - x.length) / 2
            over["left"], over["right"] = max(over["left"], past), max(over["right"], past)
        room = {side: max(over[side], self._depth(side, cell, angles)) for side in over}
        if self.title is not None:
            room["top"] = max(room["top"], self._title_start(cell, angles) + self.title.height)
        return Margins(room["left"], room["right"], room["top"], room["bottom"])

    def _title_start(self, cell: tuple[float, float], angles: tuple[float, float]) -> float:
        """How far above the grid the title stands: over all bands, and over the bar's ends where it spans them."""
        assert self.title is not None
        x, y = self.tracks(cell)
        start = self._depth("top", cell, angles)
        if self.title.width > x.length:
            start = max(start, self.y.overhang(angles[1], y)[0])
            start = max(start, self.bar.overhang(y.length) if self.bar and self.bar.upright else 0.0)
        return start + self.style.title_pad

    def _depth(self, side: str, cell: tuple[float, float], angles: tuple[float, float]) -> float:
        """All bands at one side but the title's: strips, axis, colorbar."""
        out = self._axis_start(side)
        for axis, along, angle in zip((self.x, self.y), self.tracks(cell), angles, strict=True):
            if axis.plan.side == side:
                out += axis.depth(angle, along)
        if self.bar is not None and self.bar.plan.side == side:
            out += self.bar.depth
        return out

    def _axis_start(self, side: str) -> float:
        return sum(self.style.strip_gap + self.style.strip for strip in self.plan.strips if strip.side == side)

    def draw(
        self,
        face: Typeface,
        origin: Point,
        cell: tuple[float, float],
        angles: tuple[float, float],
        text_size: float,
        ink: RGB,
    ) -> Iterator[Item]:
        """Items of the panel whose grid has its upper left corner at `origin`."""
        x, y = self.tracks(cell)
        name = f"panel {self.index}"
        yield from draw_cells(face, self.plan, CellFrame(self.index, x, y, origin, self.style.pixel), text_size)
        if not self.plan.gap:
            yield from _frames(name, x, y, origin, ink)
        for number in range(len(self.plan.strips)):
            yield from self._draw_strip(number, x, y, origin)
        for axis, along, across, angle in ((self.x, x, y, angles[0]), (self.y, y, x, angles[1])):
            start, far = self._past_strips(axis.plan.side, origin, across.length)
            yield from axis.draw(name, angle, along, start, far, ink)
        if self.bar is not None:
            yield from self._draw_bar(x, y, origin, cell, angles, ink)
        if self.title is not None:
            at = (origin[0] + x.length / 2, origin[1] - self._title_start(cell, angles))
            pivot = (self.title.width / 2, self.title.bottom)
            yield from self.title.words(f"title {name}", at, pivot, 0, 0.5, ink)

    def _past_strips(self, side: Side, origin: Point, far: float) -> tuple[Point, float]:
        """Where an axis begins: beyond the strips at its side."""
        out = self._axis_start(side)
        match side:
            case "left":
                return (origin[0] - out, origin[1]), far
            case "top":
                return (origin[0], origin[1] - out), far
            case _:
                return origin, far + out

    def _draw_bar(
        self,
        x: BandScale,
        y: BandScale,
        origin: Point,
        cell: tuple[float, float],
        angles: tuple[float, float],
        ink: RGB,
    ) -> Iterator[Item]:
        assert self.bar is not None
        side = self.bar.plan.side
        inner = self._depth(side, cell, angles) - self.bar.depth
        at = {
            "right": (origin[0] + x.length + inner, origin[1]),
            "left": (origin[0] - inner, origin[1]),
            "bottom": (origin[0], origin[1] + y.length + inner),
            "top": (origin[0], origin[1] - inner),
        }[side]
        along = y.length if self.bar.upright else x.length
        yield from self.bar.draw(f"colorbar panel {self.index}", at, along, ink)

    def _draw_strip(self, number: int, x: BandScale, y: BandScale, origin: Point) -> Iterator[Item]:
        strip = self.plan.strips[number]
        before = sum(other.side == strip.side for other in self.plan.strips[:number])
        out = self.style.strip_gap + before * (self.style.strip_gap + self.style.strip)
        along = x if strip.axis == "x" else y
        for index, colors in enumerate(strip.colors):
            width = along.cell / len(colors)
            for part, color in enumerate(colors):
                begin = along.start(index) + part * width
                bled = width + (0.0 if part + 1 == len(colors) and along.last_of_run(index) else BLEED)
                role = f"strip {number} panel {self.index}, {index}, {part}"
                match strip.side:
                    case "top":
                        yield Rect(
                            role, origin[0] + begin, origin[1] - out - self.style.strip, bled, self.style.strip, color
                        )
                    case "bottom":
                        yield Rect(role, origin[0] + begin, origin[1] + y.length + out, bled, self.style.strip, color)
                    case "left":
                        yield Rect(
                            role, origin[0] - out - self.style.strip, origin[1] + begin, self.style.strip, bled, color
                        )
                    case "right":
                        yield Rect(role, origin[0] + x.length + out, origin[1] + begin, self.style.strip, bled, color)


def panel_blocks(face: Typeface, index: int, plan: PanelPlan, style: Style, outer: tuple[bool, bool]) -> PanelBlocks:
    """Measure a panel; `outer` says whether its x and y axes show their texts."""
    return PanelBlocks(
        index,
        plan,
        axis_blocks(face, plan.x, style, outer[0]),
        axis_blocks(face, plan.y, style, outer[1]),
        block(face, plan.title, style.panel_title) if plan.title else None,
        bar_blocks(face, plan.colorbar, style),
        style,
    )


def _frames(name: str, x: BandScale, y: BandScale, origin: Point, ink: RGB) -> Iterator[Item]:
    """A thin frame around each block of cells between gaps."""
    strokes = []
    for left, right in _runs(x):
        for top, bottom in _runs(y):
            x0, x1, y0, y1 = origin[0] + left, origin[0] + right, origin[1] + top, origin[1] + bottom
            strokes.append(((x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)))
    yield Lines(f"frame {name}", tuple(strokes), ink, HAIRLINE)


def _runs(track: BandScale) -> Iterator[tuple[float, float]]:
    firsts = [0, *track.breaks]
    for first, following in zip(firsts, [*track.breaks, track.count], strict=True):
        yield track.start(first), track.end(following - 1)
