"""One panel: its grid and what stands around it, and its items."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from math import fsum  # as `sum`, which rounds otherwise since Python 3.12

from heatfig.layout.around import SIDES, Bands, Placed, overhangs, placed
from heatfig.layout.band import Along, Band
from heatfig.layout.edge import edge_of
from heatfig.layout.grid.axis_scale import BandScale, spaced
from heatfig.layout.grid.borders import frame_lines, gap_lines
from heatfig.layout.grid.cells import Marks, Paint, draw_cells
from heatfig.layout.grid.frame import CellFrame
from heatfig.layout.marks import measured_mark
from heatfig.layout.scene.items import Item, Lines, Point
from heatfig.layout.scene.role import Role
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.stroke import stroked
from heatfig.layout.style import Style
from heatfig.layout.texts.typeface import Typeface
from heatfig.layout.tracks import track_band
from heatfig.layout.tracks.reference_labels import lies_on_cells, line_labels
from heatfig.layout.tracks.title import TitleBand
from heatfig.plan.axis import AxisPlan
from heatfig.plan.figure import FigurePlan
from heatfig.plan.layer import Layer
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

Cell = tuple[float, float]  # the steps from cell to cell along x and y


@dataclass(frozen=True)
class PanelBlocks:
    """A panel with its texts measured; its cell size is not yet known."""

    index: int
    plan: PanelPlan
    layers: tuple[Paint, ...]
    marks: Marks
    bands: Bands
    style: Style

    @cached_property
    def _known_scales(self) -> dict[Cell, tuple[BandScale, BandScale]]:
        """Those of each cell size that was tried: all that stands beside the grid asks for them."""
        return {}

    def scales(self, cell: Cell) -> tuple[BandScale, BandScale]:
        """Columns and rows for one cell size."""
        if cell not in self._known_scales:
            breaks = self._breaks
            x = self._scale(self.plan.x, cell[0], breaks[0])
            self._known_scales[cell] = x, self._scale(self.plan.y, cell[1], breaks[1])
        return self._known_scales[cell]

    def _scale(self, axis: AxisPlan, size: float, breaks: tuple[int, ...]) -> BandScale:
        return spaced(axis.edges, size, self._pixels(self.plan.gap), breaks, self._pixels(self._between(axis)))

    def _between(self, axis: AxisPlan) -> float:
        return self.style.group_gap if axis.group_gap is None else axis.group_gap

    def part(self, cell: Cell) -> tuple[float, float]:
        """The width and height of the smallest cell, or part of one."""
        x, y = self.scales(cell)
        return x.cell / len(self.plan.parts), y.cell

    def _pixels(self, gap: float) -> float:
        """A gap in whole pixels: in a PNG gaps that differ read as groups."""
        return max(1, round(gap / self.style.pixel)) * self.style.pixel if gap else 0.0

    @cached_property
    def _breaks(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The cells before which there is a gap between groups, or one that is asked for; an image has none."""

        def firsts(axis: AxisPlan) -> tuple[int, ...]:
            between = {group.first for group in axis.groups[1:]} | set(axis.gaps)
            return () if self.plan.image else tuple(sorted(between))

        return firsts(self.plan.x), firsts(self.plan.y)

    def alongs(self, cell: Cell, turn: int, lead: float | None = None) -> dict[Side, Along]:
        """What bands lie along at each side; without a given `lead` a tag begins where the panel's own texts do."""
        scales, part = self.scales(cell), self.part(cell)
        x, y = (
            Along(scale, part, turn, scale.length, scales[0].length, across=other)
            for scale, other in zip(scales, scales[::-1], strict=True)
        )
        if self.plan.tag:
            own = fsum(band.depth(y) for band in self.bands["left"])
            x = replace(x, lead=own if lead is None else lead)
        return {"left": y, "right": y, "top": x, "bottom": x}

    def placed(self, cell: Cell, turn: int) -> dict[Side, Placed]:
        """Where the bands at each side stand, and the room that they need."""
        alongs = self.alongs(cell, turn)
        return placed(self.bands, alongs, overhangs(self.bands, alongs, free=True))

    def draw(self, origin: Point, lead: Point, cell: Cell, turn: int, text_size: float, ink: RGB) -> Iterator[Item]:
        """Items of the panel with its grid's upper left corner at `origin`; its column and row begin `lead` before."""
        x, y = self.scales(cell)
        parts = self.plan.grid.scores.shape[2]
        frame = CellFrame(self.index, x, y, parts, origin, self.style.pixel, text_size, ink)
        shown = self.plan.shown
        if self.plan.lines is not None:
            yield gap_lines(self.plan.lines, frame, shown, under=self.plan.shapes is None)
        yield from draw_cells(self.plan, self.layers, self.marks, frame)
        if self.plan.frame is not None:
            yield frame_lines(self.plan.frame, frame, shown)
        yield from _reference_lines(self.plan, frame)
        alongs = {side: replace(along, text=text_size) for side, along in self.alongs(cell, turn, lead[0]).items()}
        for side, stack in self.placed(cell, turn).items():
            edge = edge_of(side, origin, x.length, y.length)
            for band, out in stack.starts:
                in_line = side == "top" and self.plan.tag and isinstance(band, TitleBand)  # as tags of a row are
                begins = max(out, lead[1] - band.depth(alongs[side])) if in_line else out
                yield from band.draw(alongs[side], edge.out(begins), ink)


def _reference_lines(plan: PanelPlan, frame: CellFrame) -> Iterator[Lines]:
    """Lines from edge to edge of the grid."""
    axes: tuple[tuple[Side, AxisPlan, BandScale, float], ...] = (
        ("top", plan.x, frame.x, frame.y.length),
        ("left", plan.y, frame.y, frame.x.length),
    )
    for side, axis, cells, far in axes:
        edge = edge_of(side, frame.origin, frame.x.length, frame.y.length)
        for index, line in enumerate(axis.lines):
            at = cells.at(line.at)
            role = Role("line", frame.panel, side=side, index=index)
            yield stroked(role, ((edge.point(at, 0), edge.point(at, -far)),), line.stroke, frame.ink)


def panel_blocks(face: Typeface, figure: FigurePlan, index: int, style: Style) -> PanelBlocks:
    """Measure a panel."""
    plan = figure.panels[index]
    marks = tuple(measured_mark(face, mark) for mark in plan.marks)
    bands = {side: tuple(_bands(face, figure, index, side, style)) for side in SIDES}
    drawn: tuple[PanelPlan | Layer, ...] = (plan, *plan.layers)
    layers = tuple(Paint(layer, figure.scale_of(layer), figure.size_scale_of(layer)) for layer in drawn)
    return PanelBlocks(index, plan, layers, marks, bands, style)


def _bands(face: Typeface, figure: FigurePlan, index: int, side: Side, style: Style) -> Iterator[Band]:
    tracks = figure.panels[index].beside.at(side)
    bands = [track_band(Setting(face, style, figure, Slot(index, side, at)), track) for at, track in enumerate(tracks)]
    inner = sum(1 for _ in takewhile(lies_on_cells, tracks))
    yield from (*bands[:inner], *line_labels(Setting(face, style, figure, Slot(index, side, None))), *bands[inner:])
