"""Where panels, title, colorbar and legend stand on a page of exact size."""

from collections.abc import Iterator
from itertools import accumulate

import numpy as np

from heatfig.layout.colorbar import BarBlocks
from heatfig.layout.legend import LegendBlocks
from heatfig.layout.page import Page
from heatfig.layout.scene import Item, Point
from heatfig.layout.typeface import Typeface
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import WHITE, black_reads_better


def draw_page(face: Typeface, page: Page, width: float, height: float, text_size: float, ink: RGB) -> Iterator[Item]:
    """Items of a page of that size; what is left over is shared out around the panels."""
    blocks, pad = page.blocks, page.blocks.style.page_pad
    slack_x = (width - 2 * pad - page.content_width) / 2
    slack_y = (height - page.least_height(width)) / 2
    shorter = max(0.0, page.legend_beside_height - page.panels_height) / 2
    left = pad + slack_x + page.beside("left")
    top = pad + slack_y + page.title_height + page.stacked("top", width) + shorter
    if page.bar_upright:
        top += page.bar_past(page.rows)[0]
    else:
        left += page.bar_past(page.columns)[0]
    origins = list(_origins(page, left, top))
    for panel, origin, angles in zip(blocks.panels, origins, page.angles, strict=True):
        yield from panel.draw(face, origin, page.cell, angles, text_size, ink)
    grid_left, grid_top = left + page.columns[0][0], top + page.rows[0][0]
    span_x, span_y = page.grids_span(page.columns), page.grids_span(page.rows)
    middle = grid_left + span_x / 2
    if blocks.bar is not None:
        yield from _draw_bar(page, blocks.bar, (left, top), (grid_left, grid_top), (span_x, span_y), ink)
    if blocks.title is not None:
        x = _clamped(middle, blocks.title.width, width, pad)
        pivot = (blocks.title.width / 2, blocks.title.top)
        yield from blocks.title.words("title", (x, pad + slack_y), pivot, 0, 0.5, ink)
    if blocks.legend is not None:
        yield from _draw_legend(page, blocks.legend, width, height, (left, top), middle, slack_y, ink)


def _origins(page: Page, left: float, top: float) -> Iterator[Point]:
    above, before = (list(accumulate(map(sum, bands), initial=0.0)) for bands in (page.rows, page.columns))
    for index in range(len(page.blocks.panels)):
        row, column = divmod(index, page.blocks.plan.columns)
        y = top + above[row] + page.blocks.style.panel_gap * row
        x = left + before[column] + page.blocks.style.panel_gap * column
        yield x + page.columns[column][0], y + page.rows[row][0]


def _draw_bar(
    page: Page, bar: BarBlocks, corner: Point, grids: Point, span: tuple[float, float], ink: RGB
) -> Iterator[Item]:
    at = {
        "right": (corner[0] + page.panels_width, grids[1]),
        "left": (corner[0], grids[1]),
        "bottom": (grids[0], corner[1] + page.panels_height),
        "top": (grids[0], corner[1]),
    }[bar.plan.side]
    yield from bar.draw("colorbar", at, span[1] if bar.upright else span[0], ink)


def _draw_legend(
    page: Page, legend: LegendBlocks, width: float, height: float, corner: Point, middle: float, slack: float, ink: RGB
) -> Iterator[Item]:
    pad = page.blocks.style.page_pad
    wide, high = legend.extent(width - 2 * pad)
    side = page.blocks.plan.legend_side
    if legend.upright:
        y = corner[1] + (page.panels_height - high) / 2
        x = pad if side == "left" else width - pad - legend.least_width
        yield from legend.draw((x, y), wide, ink)
        return
    x = _clamped(middle, wide, width, pad) - wide / 2
    y = height - pad - slack - high if side == "bottom" else pad + slack + page.title_height
    yield from legend.draw((x, y), wide + 1e-6, ink)


def _clamped(middle: float, size: float, page: float, pad: float) -> float:
    """The middle for something of that size, moved inward so that it stays on the page."""
    low, high = pad + size / 2, page - pad - size / 2
    return min(max(middle, low), high) if low <= high else page / 2


def ink_on(background: RGB | None) -> RGB:
    """Near black or white, whichever reads better on the page."""
    shown = np.array(background or WHITE, np.uint8)
    return (26, 26, 26) if bool(black_reads_better(shown)) else WHITE
