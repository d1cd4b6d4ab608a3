"""The page: cell size and page size from each other, and where panels, title and legend stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import numpy as np

from heatfig.colors import RGB, WHITE, black_reads_better
from heatfig.layout.block import Block
from heatfig.layout.colorbar import BarBlocks
from heatfig.layout.legend import LegendBlocks
from heatfig.layout.panel import Margins, PanelBlocks
from heatfig.layout.style import Style
from heatfig.layout.typeface import Typeface
from heatfig.plan import FigurePlan
from heatfig.scene import Item, Point

Cell = tuple[float, float]
Angles = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Blocks:
    """Everything on the page, measured; no size is known yet."""

    plan: FigurePlan
    panels: tuple[PanelBlocks, ...]
    title: Block | None
    bar: BarBlocks | None
    legend: LegendBlocks | None
    style: Style


@dataclass(frozen=True)
class Page:
    """A page with its cell size and the angles of tick labels decided."""

    blocks: Blocks
    cell: Cell
    angles: Angles

    @cached_property
    def margins(self) -> list[Margins]:
        """The room around each panel's grid."""
        return [p.margins(self.cell, a) for p, a in zip(self.blocks.panels, self.angles, strict=True)]

    @cached_property
    def columns(self) -> list[tuple[float, float, float]]:
        """Left margin, grid width and right margin of each column of panels."""
        count = self.blocks.plan.columns
        return [self._column(range(first, len(self.blocks.panels), count)) for first in range(count)]

    @cached_property
    def rows(self) -> list[tuple[float, float, float]]:
        """Upper margin, grid height and lower margin of each row of panels."""
        count = self.blocks.plan.columns
        firsts = range(0, len(self.blocks.panels), count)
        return [self._row(range(first, min(first + count, len(self.blocks.panels)))) for first in firsts]

    def _column(self, members: range) -> tuple[float, float, float]:
        grids = [self.blocks.panels[i].tracks(self.cell)[0].length for i in members]
        width = max(grids)
        left = max(self.margins[i].left for i in members)
        right = max(self.margins[i].right - (width - grid) for i, grid in zip(members, grids, strict=True))
        return left, width, max(0.0, right)

    def _row(self, members: range) -> tuple[float, float, float]:
        grids = [self.blocks.panels[i].tracks(self.cell)[1].length for i in members]
        height = max(grids)
        top = max(self.margins[i].top for i in members)
        bottom = max(self.margins[i].bottom - (height - grid) for i, grid in zip(members, grids, strict=True))
        return top, height, max(0.0, bottom)

    @property
    def panels_width(self) -> float:
        """All columns of panels with their margins and gaps."""
        return sum(map(sum, self.columns)) + self.blocks.style.panel_gap * (len(self.columns) - 1)

    @property
    def panels_height(self) -> float:
        """All rows of panels with their margins and gaps."""
        return sum(map(sum, self.rows)) + self.blocks.style.panel_gap * (len(self.rows) - 1)

    def _grids_span(self, bands: list[tuple[float, float, float]]) -> float:
        """From the first grid's edge to the last one's."""
        return sum(map(sum, bands)) + self.blocks.style.panel_gap * (len(bands) - 1) - bands[0][0] - bands[-1][2]

    @property
    def content_width(self) -> float:
        """What the page must be wide for, but for title and legend above and below."""
        past = 0.0 if self._bar_upright else sum(self._bar_past(self.columns))
        return self.panels_width + self._beside("left") + self._beside("right") + past

    @property
    def _bar_upright(self) -> bool:
        return self.blocks.bar is not None and self.blocks.bar.upright

    def _bar_past(self, bands: list[tuple[float, float, float]]) -> tuple[float, float]:
        """How far the ends of the figure's colorbar stick out past the panels' margins."""
        if self.blocks.bar is None:
            return 0.0, 0.0
        over = self.blocks.bar.overhang(self._grids_span(bands))
        return max(0.0, over - bands[0][0]), max(0.0, over - bands[-1][2])

    @property
    def needed_width(self) -> float:
        """The page width at which the panels and what stands beside them just fit."""
        return self.content_width + 2 * self.blocks.style.page_pad

    @property
    def least_width(self) -> float:
        """The narrowest page that holds everything."""
        wide = [self.content_width, self._title_width]
        if self.blocks.legend is not None and not self.blocks.legend.upright:
            wide.append(self.blocks.legend.least_width)
        return max(wide) + 2 * self.blocks.style.page_pad

    def least_height(self, width: float) -> float:
        """The lowest page of that width that holds everything."""
        past = sum(self._bar_past(self.rows)) if self._bar_upright else 0.0
        stacked = self._stacked("top", width) + self._stacked("bottom", width)
        body = max(self.panels_height + past, self._legend_beside_height)
        return body + self._title_height + stacked + 2 * self.blocks.style.page_pad

    @property
    def _legend_beside_height(self) -> float:
        legend = self.blocks.legend
        return legend.extent(0)[1] if legend is not None and legend.upright else 0.0

    @property
    def _title_width(self) -> float:
        return self.blocks.title.width if self.blocks.title else 0.0

    @property
    def _title_height(self) -> float:
        return self.blocks.title.height + self.blocks.style.title_pad if self.blocks.title else 0.0

    def _beside(self, side: str) -> float:
        """Width of the figure's colorbar and legend at the left or right."""
        bar, legend = self.blocks.bar, self.blocks.legend
        width = bar.depth if bar is not None and bar.plan.side == side else 0.0
        if legend is not None and self.blocks.plan.legend_side == side:
            width += self.blocks.style.legend_pad * 1.5 + legend.least_width
        return width

    def _stacked(self, side: str, page_width: float) -> float:
        """Height of the figure's colorbar and legend above or below the panels."""
        bar, legend = self.blocks.bar, self.blocks.legend
        height = bar.depth if bar is not None and bar.plan.side == side else 0.0
        if legend is not None and self.blocks.plan.legend_side == side:
            height += self.blocks.style.legend_pad + legend.extent(page_width - 2 * self.blocks.style.page_pad)[1]
        return height

    def draw(self, face: Typeface, width: float, height: float, text_size: float, ink: RGB) -> Iterator[Item]:
        """Items of a page of that size; what is left over is shared out around the panels."""
        slack_x = (width - 2 * self.blocks.style.page_pad - self.content_width) / 2
        slack_y = (height - self.least_height(width)) / 2
        shorter = max(0.0, self._legend_beside_height - self.panels_height) / 2
        left = self.blocks.style.page_pad + slack_x + self._beside("left")
        above = self.blocks.style.page_pad + slack_y + self._title_height + self._stacked("top", width)
        top = above + shorter
        bar = self.blocks.bar
        if self._bar_upright:
            top += self._bar_past(self.rows)[0]
        else:
            left += self._bar_past(self.columns)[0]
        origins = list(self._origins(left, top))
        for panel, origin, angles in zip(self.blocks.panels, origins, self.angles, strict=True):
            yield from panel.draw(face, origin, self.cell, angles, text_size, ink)
        grid_left, grid_top = left + self.columns[0][0], top + self.rows[0][0]
        span_x, span_y = self._grids_span(self.columns), self._grids_span(self.rows)
        middle = grid_left + span_x / 2
        if bar is not None:
            yield from self._draw_bar(bar, (left, top), (grid_left, grid_top), (span_x, span_y), ink)
        if self.blocks.title is not None:
            title = self.blocks.title
            x = _clamped(middle, title.width, width, self.blocks.style.page_pad)
            pivot = (title.width / 2, title.top)
            yield from title.words("title", (x, self.blocks.style.page_pad + slack_y), pivot, 0, 0.5, ink)
        if self.blocks.legend is not None:
            yield from self._draw_legend(self.blocks.legend, width, height, (left, top), middle, slack_y, ink)

    def _origins(self, left: float, top: float) -> Iterator[Point]:
        above, before = (list(accumulate(map(sum, bands), initial=0.0)) for bands in (self.rows, self.columns))
        for index in range(len(self.blocks.panels)):
            row, column = divmod(index, self.blocks.plan.columns)
            y = top + above[row] + self.blocks.style.panel_gap * row
            x = left + before[column] + self.blocks.style.panel_gap * column
            yield x + self.columns[column][0], y + self.rows[row][0]

    def _draw_bar(
        self, bar: BarBlocks, corner: Point, grids: Point, span: tuple[float, float], ink: RGB
    ) -> Iterator[Item]:
        at = {
            "right": (corner[0] + self.panels_width, grids[1]),
            "left": (corner[0], grids[1]),
            "bottom": (grids[0], corner[1] + self.panels_height),
            "top": (grids[0], corner[1]),
        }[bar.plan.side]
        yield from bar.draw("colorbar", at, span[1] if bar.upright else span[0], ink)

    def _draw_legend(
        self, legend: LegendBlocks, width: float, height: float, corner: Point, middle: float, slack: float, ink: RGB
    ) -> Iterator[Item]:
        room = width - 2 * self.blocks.style.page_pad
        wide, high = legend.extent(room)
        side = self.blocks.plan.legend_side
        if legend.upright:
            y = corner[1] + (self.panels_height - high) / 2
            x = (
                self.blocks.style.page_pad
                if side == "left"
                else width - self.blocks.style.page_pad - legend.least_width
            )
            yield from legend.draw((x, y), wide, ink)
            return
        x = _clamped(middle, wide, width, self.blocks.style.page_pad) - wide / 2
        y = (
            height - self.blocks.style.page_pad - slack - high
            if side == "bottom"
            else self.blocks.style.page_pad + slack + self._title_height
        )
        yield from legend.draw((x, y), wide + 1e-6, ink)


def _clamped(middle: float, size: float, page: float, pad: float) -> float:
    """The middle for something of that size, moved inward so that it stays on the page."""
    low, high = pad + size / 2, page - pad - size / 2
    return min(max(middle, low), high) if low <= high else page / 2


def ink_on(background: RGB | None) -> RGB:
    """Near black or white, whichever reads better on the page."""
    shown = np.array(background or WHITE, np.uint8)
    return (26, 26, 26) if bool(black_reads_better(shown)) else WHITE
