"""The page: cell size and page size from each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from heatfig.layout.block import Block
from heatfig.layout.colorbar import BarBlocks
from heatfig.layout.legend import LegendBlocks
from heatfig.layout.panel import Margins, PanelBlocks
from heatfig.layout.style import Style
from heatfig.plan.figure import FigurePlan

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

    @property
    def bars(self) -> Iterator[tuple[BarBlocks, float]]:
        """Each colorbar and the length of the grid or grids beside it."""
        for panel in self.blocks.panels:
            if panel.bar is not None:
                yield panel.bar, panel.tracks(self.cell)[panel.bar.upright].length
        if self.blocks.bar is not None:
            yield self.blocks.bar, self.grids_span(self.rows if self.blocks.bar.upright else self.columns)

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

    def grids_span(self, bands: list[tuple[float, float, float]]) -> float:
        """From the first grid's edge to the last one's."""
        return sum(map(sum, bands)) + self.blocks.style.panel_gap * (len(bands) - 1) - bands[0][0] - bands[-1][2]

    @property
    def content_width(self) -> float:
        """What the page must be wide for, but for title and legend above and below."""
        past = 0.0 if self.bar_upright else sum(self.bar_past(self.columns))
        return self.panels_width + self.beside("left") + self.beside("right") + past

    @property
    def bar_upright(self) -> bool:
        """Whether the figure has a colorbar of its own, and it stands upright."""
        return self.blocks.bar is not None and self.blocks.bar.upright

    def bar_past(self, bands: list[tuple[float, float, float]]) -> tuple[float, float]:
        """How far the ends of the figure's colorbar stick out past the panels' margins."""
        if self.blocks.bar is None:
            return 0.0, 0.0
        over = self.blocks.bar.overhang(self.grids_span(bands))
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
        past = sum(self.bar_past(self.rows)) if self.bar_upright else 0.0
        stacked = self.stacked("top", width) + self.stacked("bottom", width)
        body = max(self.panels_height + past, self.legend_beside_height)
        return body + self.title_height + stacked + 2 * self.blocks.style.page_pad

    @property
    def legend_beside_height(self) -> float:
        """Height of a legend at the left or right."""
        legend = self.blocks.legend
        return legend.extent(0)[1] if legend is not None and legend.upright else 0.0

    @property
    def _title_width(self) -> float:
        return self.blocks.title.width if self.blocks.title else 0.0

    @property
    def title_height(self) -> float:
        """Height of the title and the room below it."""
        return self.blocks.title.height + self.blocks.style.title_pad if self.blocks.title else 0.0

    def beside(self, side: str) -> float:
        """Width of the figure's colorbar and legend at the left or right."""
        bar, legend = self.blocks.bar, self.blocks.legend
        width = bar.depth if bar is not None and bar.plan.side == side else 0.0
        if legend is not None and self.blocks.plan.legend_side == side:
            width += self.blocks.style.legend_pad * 1.5 + legend.least_width
        return width

    def stacked(self, side: str, page_width: float) -> float:
        """Height of the figure's colorbar and legend above or below the panels."""
        bar, legend = self.blocks.bar, self.blocks.legend
        height = bar.depth if bar is not None and bar.plan.side == side else 0.0
        if legend is not None and self.blocks.plan.legend_side == side:
            height += self.blocks.style.legend_pad + legend.extent(page_width - 2 * self.blocks.style.page_pad)[1]
        return height
