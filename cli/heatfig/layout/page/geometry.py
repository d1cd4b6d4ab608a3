"""The page: cell size and page size from each other."""

import math
from collections.abc import Iterator
from functools import cached_property

from heatfig.layout.around import Bands, Placed, each, overhangs, placed
from heatfig.layout.band import Along, FreeBand
from heatfig.layout.grid.axis_scale import whole
from heatfig.layout.page.lanes import Lane, Member, lanes, span
from heatfig.layout.panel import Cell, PanelBlocks
from heatfig.layout.style import Style
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class Blocks:
    """Everything on the page, measured; no size is known yet."""

    plan: FigurePlan
    panels: tuple[PanelBlocks, ...]
    bands: Bands
    style: Style

    @property
    def turns(self) -> int:
        """How many angles of tick labels there are to try."""
        return max(band.turns() for panel in self.panels for _, band in [*each(panel.bands), *each(self.bands)])


@dataclass(frozen=True)
class Page:
    """A page with its cell size and the angles of tick labels decided."""

    blocks: Blocks
    cell: Cell
    turn: int

    @cached_property
    def _grids(self) -> list[tuple[float, float]]:
        """Width and height of each grid."""
        return [(x.length, y.length) for x, y in (panel.scales(self.cell) for panel in self.blocks.panels)]

    @cached_property
    def _around(self) -> list[dict[Side, Placed]]:
        """What stands around each grid."""
        return [panel.placed(self.cell, self.turn) for panel in self.blocks.panels]

    @cached_property
    def columns(self) -> list[Lane]:
        """Left margin, grid width and right margin of each column of panels."""
        return lanes(self._members[0], self.blocks.plan.columns, self.blocks.style.panel_gap)

    @cached_property
    def rows(self) -> list[Lane]:
        """Upper margin, grid height and lower margin of each row of panels."""
        return lanes(self._members[1], self.blocks.plan.rows, self.blocks.style.panel_gap)

    @cached_property
    def _members(self) -> tuple[list[Member], list[Member]]:
        """Each grid in its columns, and in its rows."""
        across, down = [], []
        for panel, (width, height), around in zip(self.blocks.panels, self._grids, self._around, strict=True):
            area = panel.plan.area
            across.append(Member(area.column, area.across, width, around["left"].room, around["right"].room))
            down.append(Member(area.row, area.down, height, around["top"].room, around["bottom"].room))
        return across, down

    @property
    def origins(self) -> Iterator[tuple[float, float]]:
        """The upper left corner of each grid, from that of all panels."""
        gap = self.blocks.style.panel_gap
        for x, y in zip(*self._members, strict=True):
            yield x.start(self.columns, gap), y.start(self.rows, gap)

    @property
    def leads(self) -> Iterator[tuple[float, float]]:
        """How far before each grid its column of panels begins, and how far above it its row."""
        gap = self.blocks.style.panel_gap
        for x, y in zip(*self._members, strict=True):
            yield x.lead(self.columns, gap), y.lead(self.rows, gap)

    @property
    def panels_width(self) -> float:
        """All columns of panels with their margins and gaps."""
        return self._span(self.columns)

    @property
    def panels_height(self) -> float:
        """All rows of panels with their margins and gaps."""
        return self._span(self.rows)

    def _span(self, found: list[Lane]) -> float:
        return span(found, self.blocks.style.panel_gap)

    def alongs(self, width: float) -> dict[Side, Along]:
        """What bands lie along on a page of that width: from the first grid's edge to the last one's."""
        room = width - 2 * self.blocks.style.page_pad
        x, y = (self._span(found) - found[0][0] - found[-1][2] for found in (self.columns, self.rows))
        widest = max(grid for grid, _ in self._grids)
        part = self.blocks.panels[0].part(self.cell)
        across = Along(whole(x), part, self.turn, room, widest)
        down = Along(whole(y), part, self.turn, math.inf, widest)
        return {"left": down, "right": down, "top": across, "bottom": across}

    def placed(self, width: float) -> dict[Side, Placed]:
        """Where the bands around all panels stand on a page of that width, and the room that they need."""
        alongs, margins = self.alongs(width), self._margins
        over = overhangs(self.blocks.bands, alongs, free=False)
        return placed(self.blocks.bands, alongs, {side: max(0.0, over[side] - margins[side]) for side in margins})

    @cached_property
    def _margins(self) -> dict[Side, float]:
        """From the panels' edges to the first and last grid's."""
        return {
            "left": self.columns[0][0],
            "right": self.columns[-1][2],
            "top": self.rows[0][0],
            "bottom": self.rows[-1][2],
        }

    @cached_property
    def content_width(self) -> float:
        """What the page must be wide for, but for free bands above and below."""
        stacks = self.placed(math.inf)
        return self.panels_width + stacks["left"].room + stacks["right"].room

    @property
    def needed_width(self) -> float:
        """The page width at which the panels and what stands beside them just fit."""
        return self.content_width + 2 * self.blocks.style.page_pad

    @property
    def least_width(self) -> float:
        """The narrowest page that holds everything."""
        free = (band.least_length for band in self._free)
        return max(self.content_width, *free, 0.0) + 2 * self.blocks.style.page_pad

    @property
    def _free(self) -> Iterator[FreeBand]:
        for side, band in each(self.blocks.bands):
            if isinstance(band, FreeBand) and side in {"top", "bottom"}:
                yield band

    def least_height(self, width: float) -> float:
        """The lowest page of that width that holds everything."""
        stacks = self.placed(width)
        return self.panels_height + stacks["top"].room + stacks["bottom"].room + 2 * self.blocks.style.page_pad
