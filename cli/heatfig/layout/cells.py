"""The cells of one grid: fills, hatches and annotations, or one image of them all."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from heatfig.layout.band_scale import BandScale
from heatfig.layout.block import MIDDLE
from heatfig.layout.scene import CellGroup, Image, Item, Lines, Point, Rect, TextRun
from heatfig.layout.style import BLEED, HATCH_STEP, HATCH_WIDTH
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import Hatch, PanelPlan
from heatfig.plan.grid import SCORED, averaged
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import BLACK, WHITE
from heatfig.scales.number_format import formatted

HATCH_COLOR: RGB = (176, 176, 176)


@dataclass(frozen=True)
class CellFrame:
    """Where a grid's cells stand: its number, tracks and upper left corner; and the size of a pixel."""

    panel: int
    x: BandScale
    y: BandScale
    origin: Point
    pixel: float


def draw_cells(face: Typeface, panel: PanelPlan, frame: CellFrame, text_size: float) -> Iterator[Item]:
    """Items of all cells, row by row."""
    if panel.image:
        yield _image(panel, frame)
    else:
        yield from _vector(face, panel, frame, text_size)
    if panel.image and panel.annotations is not None:
        for cell in np.argwhere(panel.annotations.texts != ""):
            row, column, part = (int(step) for step in cell)
            rect = _rect(panel, frame, row, column, part, (0, 0, 0))
            yield _annotation(face, panel, rect, (row, column, part), text_size)


def _image(panel: PanelPlan, frame: CellFrame) -> Image:
    """A pixel a cell, or where cells are smaller than the figure's pixels, one for the mean score of several."""
    rows, columns, parts = panel.grid.scores.shape
    most = (math.ceil(frame.y.length / frame.pixel), math.ceil(frame.x.length / frame.pixel))
    means = rows > most[0] or columns * parts > most[1]
    shown = replace(panel, grid=averaged(panel.grid, *most)) if means else panel
    colors = shown.cell_colors()
    pixels = colors.reshape(len(colors), -1, 3)
    role = f"cells panel {frame.panel}"
    return Image(role, *frame.origin, frame.x.length, frame.y.length, pixels, means)


def _vector(face: Typeface, panel: PanelPlan, frame: CellFrame, text_size: float) -> Iterator[Item]:
    colors = panel.cell_colors()
    rows, columns, parts = panel.grid.scores.shape
    split = panel.parts != ("",)
    for row in range(rows):
        for column in range(columns):
            for part in range(parts):
                at = (row, column, part)
                red, green, blue = (int(channel) for channel in colors[at])
                rect = _rect(panel, frame, row, column, part, (red, green, blue))
                suffix = f"-s{part}" if split else ""
                cell_id = f"cell-p{frame.panel}-r{row}-c{column}{suffix}"
                yield CellGroup(
                    rect.role, cell_id, _title(panel, at), tuple(_inside(face, panel, frame, rect, at, text_size))
                )


def _inside(
    face: Typeface, panel: PanelPlan, frame: CellFrame, rect: Rect, at: tuple[int, int, int], text_size: float
) -> Iterator[Rect | Lines | TextRun]:
    yield _bled(panel, frame, rect, at)
    kind = int(panel.grid.kinds[at])
    if kind >= 0 and panel.missing[kind].hatch != "none":
        yield hatch_lines(f"hatch {rect.role}", rect, panel.missing[kind].hatch)
    if panel.annotations is not None and panel.annotations.texts[at]:
        yield _annotation(face, panel, rect, at, text_size)


def _rect(panel: PanelPlan, frame: CellFrame, row: int, column: int, part: int, fill: RGB) -> Rect:
    parts = panel.grid.scores.shape[2]
    width = frame.x.cell / parts
    x = frame.origin[0] + frame.x.start(column) + part * width
    y = frame.origin[1] + frame.y.start(row)
    role = f"cell panel {frame.panel}, row {row}, column {column}" + (f", part {part}" if parts > 1 else "")
    return Rect(role, x, y, width, frame.y.cell, fill)


def _bled(panel: PanelPlan, frame: CellFrame, rect: Rect, at: tuple[int, int, int]) -> Rect:
    """The cell reaching under its right and lower neighbours, so that no viewer shows a hairline."""
    row, column, part = at
    inner_part = part + 1 < panel.grid.scores.shape[2]
    right = min(BLEED, rect.width) if inner_part or not frame.x.last_of_run(column) else 0.0
    down = min(BLEED, rect.height) if not frame.y.last_of_run(row) else 0.0
    return Rect(rect.role, rect.x, rect.y, rect.width + right, rect.height + down, rect.fill)


def _annotation(face: Typeface, panel: PanelPlan, rect: Rect, at: tuple[int, int, int], size: float) -> TextRun:
    cells = panel.annotations
    assert cells is not None
    text, bold = str(cells.texts[at]), bool(cells.bold[at])
    extent = face.measure(text, False, size, bold)
    x = rect.x + (rect.width - extent.width) / 2
    y = rect.y + rect.height / 2 + MIDDLE * size
    color = BLACK if cells.black[at] else WHITE
    ascent, descent = 2 * MIDDLE * size, 0.0
    return TextRun(f"annotation {rect.role}", text, False, x, y, 0, size, bold, color, extent.width, ascent, descent)


def _title(panel: PanelPlan, at: tuple[int, int, int]) -> str:
    row, column, part = at
    named = f", {panel.parts[part]}" if panel.parts != ("",) else ""
    return f"{panel.y.labels[row]} → {panel.x.labels[column]}{named}: {_shown(panel, at)}"


def _shown(panel: PanelPlan, at: tuple[int, int, int]) -> str:
    """The score, or what the legend says of why there is none."""
    kind, score = int(panel.grid.kinds[at]), float(panel.grid.scores[at])
    if kind != SCORED:
        return panel.missing[kind].label.content or "missing"
    try:
        return formatted(score, panel.score_format)
    except ValueError:
        return formatted(score, None)


def hatch_lines(role: str, rect: Rect, hatch: Hatch) -> Lines:
    """The hatch of one rectangle, cut at its edges."""
    directions: dict[Hatch, tuple[Point, ...]] = {
        "rising": ((1, -1),),
        "falling": ((1, 1),),
        "crossed": ((1, -1), (1, 1)),
        "level": ((1, 0),),
        "upright": ((0, 1),),
    }
    strokes = tuple(stroke for direction in directions[hatch] for stroke in _parallel(rect, direction))
    return Lines(role, strokes, HATCH_COLOR, HATCH_WIDTH)


def _parallel(rect: Rect, direction: Point) -> Iterator[tuple[Point, Point]]:
    """Lines a step apart, in phase over the whole page, so that hatches of neighbours meet."""
    dx, dy = direction
    left, right, top, bottom = rect.x, rect.x + rect.width, rect.y, rect.y + rect.height
    step = HATCH_STEP * (2**0.5 if dx and dy else 1)
    if not dx:
        for k in range(int(np.ceil(left / step)), int(np.floor(right / step)) + 1):
            yield (k * step, top), (k * step, bottom)
        return
    slope = dy / dx
    offsets = [y - slope * x for x in (left, right) for y in (top, bottom)]
    for k in range(int(np.ceil(min(offsets) / step)), int(np.floor(max(offsets) / step)) + 1):
        offset = k * step
        if not slope:
            yield (left, offset), (right, offset)
            continue
        ends = sorted(((top - offset) / slope, (bottom - offset) / slope))
        x0, x1 = max(left, ends[0]), min(right, ends[1])
        if x1 - x0 > 0.05:
            yield (x0, offset + slope * x0), (x1, offset + slope * x1)


def annotation_room(face: Typeface, panel: PanelPlan, size: float) -> tuple[float, float]:
    """Width and height of the room that a panel's annotations need, without padding."""
    cells = panel.annotations
    if cells is None:
        return 0.0, 0.0
    distinct = set(zip(cells.texts.ravel().tolist(), cells.bold.ravel().tolist(), strict=True))
    widths = [face.measure(text, False, size, bold).width for text, bold in distinct if text]
    return max(widths, default=0.0), 2 * MIDDLE * size
