"""The cells of one grid: fills, hatches and marks, or one image of them all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.grid.frame import Cell, CellFrame
from heatfig.layout.grid.hatch import hatch_lines
from heatfig.layout.grid.names import cell_title
from heatfig.layout.grid.shapes import shape_in
from heatfig.layout.grid.shrunk import covering, shrunk
from heatfig.layout.marks.mark import MeasuredMark
from heatfig.layout.scene.items import CellGroup, Circle, Image, Item, Lines, Rect
from heatfig.layout.scene.role import Role
from heatfig.layout.style import BLEED, HATCH_WIDTH
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.grid import MASKED, SCORED
from heatfig.plan.layer import Layer
from heatfig.plan.panel import PanelPlan
from heatfig.plan.shapes import Shapes, SizeScale
from heatfig.runtime.arrays import RGB, Flags
from heatfig.runtime.deferred import dataclass

Marks = tuple[MeasuredMark, ...]


@dataclass(frozen=True, eq=False)
class Paint:
    """A layer of a panel, the panel itself being the first, with the scales that it is drawn by."""

    plan: PanelPlan | Layer
    scale: ColorScale
    sizes: SizeScale | None

    @cached_property
    def fills(self) -> list[list[list[RGB]]]:
        """The colours of cells by row, column and part."""
        fills: list[list[list[RGB]]] = self.plan.cell_colors(self.scale).tolist()
        return fills


def draw_cells(panel: PanelPlan, layers: Sequence[Paint], marks: Marks, frame: CellFrame) -> Iterator[Item]:
    """Items of all cells, row by row, and the marks over them."""
    if panel.image:
        yield _image(panel, layers[0].scale, frame)
    else:
        yield from _vector(panel, layers, marks, frame)
    for mark in marks:
        yield from mark.over(frame, panel.image)


def _image(panel: PanelPlan, scale: ColorScale, frame: CellFrame) -> Image:
    """A pixel a cell, or where cells are smaller than what is drawn can show, one for the mean score of several."""
    if not (panel.x.even and panel.y.even):
        return _uneven_image(panel, scale, frame)
    rows, columns, parts = panel.grid.scores.shape
    most = [max(1, int(length / frame.pixel + 1e-6)) for length in (frame.y.length, frame.x.length)]
    means = rows > most[0] or columns * parts > most[1]
    shown = shrunk(panel, *most) if means else panel
    pixels = shown.cell_colors(scale)
    role = Role("cells", frame.panel)
    pixels, holes = pixels.reshape(len(pixels), -1, 3), _holes(shown)
    return Image(role, *frame.origin, frame.x.length, frame.y.length, pixels, means, holes)


def _holes(panel: PanelPlan) -> Flags | None:
    """The pixels of cells that a mask hides, if there are any."""
    shown = panel.grid.shown
    return None if shown is None else ~shown.reshape(len(shown), -1)


def _uneven_image(panel: PanelPlan, scale: ColorScale, frame: CellFrame) -> Image:
    """As many pixels as what is drawn can show, each for the cell in its middle and smaller ones before the next."""
    shown = [_shown(cells, frame.pixel, parts) for cells, parts in ((frame.y, 1), (frame.x, frame.parts))]
    (down, high), (across, wide) = (np.unique(of_pixel, return_counts=True) for of_pixel in shown)
    down[0] = across[0] = 0
    means = len(down) < len(panel.grid.scores) or len(across) < panel.grid.scores[0].size
    small = covering(panel, down, across)
    at = np.ix_(np.arange(len(high)).repeat(high), np.arange(len(wide)).repeat(wide))
    pixels, holes = small.cell_colors(scale)[:, :, 0][at], _holes(small)
    holes = None if holes is None else holes[at]
    return Image(Role("cells", frame.panel), *frame.origin, frame.x.length, frame.y.length, pixels, means, holes)


def _shown(cells: BandScale, pixel: float, parts: int) -> NDArray[np.intp]:
    """Of each pixel along an axis the cell, or the part of one, in whose room its middle is."""
    count = max(1, int(cells.length / pixel + 1e-6))
    edges = np.array([cells.starts[0], *cells.ends])
    within = np.interp(np.arange(len(edges[:-1]) * parts + 1) / parts, np.arange(len(edges)), edges)
    return np.searchsorted(within, (np.arange(count) + 0.5) * cells.length / count, side="right") - 1


def _vector(panel: PanelPlan, layers: Sequence[Paint], marks: Marks, frame: CellFrame) -> Iterator[CellGroup]:
    joined = not panel.gap and panel.shapes is None
    for row, column, part in np.ndindex(panel.grid.kinds.shape):
        cell = (row, column, part)
        if panel.grid.kinds[cell] != MASKED:
            role = Role("cell", frame.panel, row, column, part if panel.split else None)
            over = (mark.in_cell(frame, cell, role) for mark in marks)
            inside = chain(_painted(panel, layers, frame, cell, role), *over)
            yield CellGroup(role, cell_title(panel, cell), tuple(inside), joined)


def _painted(
    panel: PanelPlan, layers: Sequence[Paint], frame: CellFrame, cell: Cell, role: Role
) -> Iterator[Rect | Circle | Lines]:
    """What has the colours of a cell, in each layer, and the hatch of a missing one."""
    first, *others = layers
    kind = int(panel.grid.kinds[cell])
    if panel.shapes is not None and kind == SCORED:
        yield from _shape(first, panel.shapes, frame, cell, role)
    else:
        yield _filled(panel, frame, cell, role, _fill(first, cell))
    if kind >= 0 and panel.missing[kind].hatch != "none":
        left, top, width, height = frame.box(cell)
        before, above = _joined(panel, frame, cell)
        area = Rect(role, left - before, top - above, width + before, height + above, _fill(first, cell))
        yield hatch_lines(role.on("hatch"), area, panel.missing[kind].hatch)
    for number, paint in enumerate(others, start=1):
        if paint.plan.grid.kinds[cell] == SCORED:
            yield from _layer(paint, frame, cell, replace(role.on("layer"), index=number))


def _layer(paint: Paint, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Rect | Circle]:
    """A score of a layer over the first one: its shape, or over the whole cell."""
    if paint.plan.shapes is None:
        yield Rect(role, *frame.box(cell), _fill(paint, cell))
    else:
        yield from _shape(paint, paint.plan.shapes, frame, cell, role)


def _shape(paint: Paint, shapes: Shapes, frame: CellFrame, cell: Cell, role: Role) -> Iterator[Rect | Circle]:
    """The shape of a score; a size of 0 has none."""
    share = 1.0 if paint.sizes is None or shapes.sizes is None else paint.sizes.share(float(shapes.sizes[cell]))
    if share > 0:
        yield shape_in(shapes, role, frame.box(cell), frame.part, share, _fill(paint, cell), frame.ink)


def _fill(paint: Paint, cell: Cell) -> RGB:
    row, column, part = cell
    red, green, blue = paint.fills[row][column][part]
    return red, green, blue


def _filled(panel: PanelPlan, frame: CellFrame, cell: Cell, role: Role, fill: RGB) -> Rect:
    """The whole cell; where all cells are filled, it reaches under the next ones."""
    left, top, width, height = frame.box(cell)
    right, down = _bleed(panel, frame, cell) if panel.shapes is None else (0.0, 0.0)
    return Rect(role, left, top, width + min(right, width), height + min(down, height), fill)


def _joined(panel: PanelPlan, frame: CellFrame, cell: Cell) -> tuple[float, float]:
    """How far a hatch reaches into the cells drawn before, at the left and above, where it goes on: no line breaks."""
    row, column, part = cell
    kinds, last = panel.grid.kinds, frame.parts - 1
    before = (row, column, part - 1) if part else (row, column - 1, last)
    beside = part > 0 or (column > 0 and not frame.x.stands_free(column - 1))
    below = row > 0 and not frame.y.stands_free(row - 1)
    left = HATCH_WIDTH if beside and kinds[before] == kinds[cell] else 0.0
    return left, HATCH_WIDTH if below and kinds[row - 1, column, part] == kinds[cell] else 0.0


def _bleed(panel: PanelPlan, frame: CellFrame, cell: Cell) -> tuple[float, float]:
    """How far a cell reaches under its right and lower neighbours, so that no viewer shows a hairline."""
    row, column, part = cell
    after = (row, column, part + 1) if part + 1 < frame.parts else (row, column + 1, 0)
    right = part + 1 < frame.parts or not frame.x.stands_free(column)
    down = not frame.y.stands_free(row)
    kinds = panel.grid.kinds
    right = right and kinds[after] != MASKED
    down = down and kinds[row + 1, column, part] != MASKED
    right = right and not (down and kinds[row + 1, *after[1:]] == MASKED)  # nor into the cell across the corner
    return BLEED if right else 0.0, BLEED if down else 0.0
