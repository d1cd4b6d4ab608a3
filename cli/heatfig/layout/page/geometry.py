"""The page: cell size and page size from each other."""

import math
from collections.abc import Iterator
from functools import cached_property

from heatfig.layout.around import Bands, Placed, each, overhangs, placed
from heatfig.layout.band import Along, FreeBand
from heatfig.layout.grid.axis_scale import whole
from heatfig.layout.page.lattice import Lattice
from heatfig.layout.panel import Cell, PanelBlocks
from heatfig.layout.scene.items import Point
from heatfig.layout.section import PlacedSection, SectionBlocks, placed_sections
from heatfig.layout.style import Style
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class Blocks:
    """Everything on the page, measured; no size is known yet."""

    plan: FigurePlan
    panels: tuple[PanelBlocks, ...]
    sections: tuple[SectionBlocks, ...]
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
    def _own(self) -> Lattice:
        """The grids with the room for what stands beside each."""
        areas = tuple(panel.plan.area for panel in self.blocks.panels)
        rooms = tuple({side: stack.room for side, stack in around.items()} for around in self._around)
        return Lattice(areas, tuple(self._grids), rooms, self.blocks.style.panel_gap)

    @cached_property
    def _with_sections(self) -> tuple[Lattice, list[PlacedSection]]:
        return placed_sections(self.blocks.sections, self._own, self.usual)

    @property
    def lattice(self) -> Lattice:
        """The grids in their rows and columns."""
        return self._with_sections[0]

    @property
    def sections(self) -> list[PlacedSection]:
        """What stands beside several panels."""
        return self._with_sections[1]

    @property
    def usual(self) -> Along:
        """What is along any panel: the smallest part of a cell, the angle of tick labels."""
        return self.blocks.panels[0].alongs(self.cell, self.turn)["top"]

    @property
    def leads(self) -> list[Point]:
        """How far before each grid its column of panels begins, and how far above it its row; sections begin before."""
        own, now = self._own, self.lattice
        return [
            (
                x - now.columns[area.column][0] + own.columns[area.column][0],
                y - now.rows[area.row][0] + own.rows[area.row][0],
            )
            for (x, y), area in zip(now.leads, now.areas, strict=True)
        ]

    def alongs(self, width: float) -> dict[Side, Along]:
        """What bands lie along on a page of that width: from the first grid's edge to the last one's."""
        room = width - 2 * self.blocks.style.page_pad
        margins, widest = self.lattice.margins, max(grid for grid, _ in self._grids)
        x = self.lattice.width - margins["left"] - margins["right"]
        y = self.lattice.height - margins["top"] - margins["bottom"]
        part = self.blocks.panels[0].part(self.cell)
        across = Along(whole(x), part, self.turn, room, widest)
        down = Along(whole(y), part, self.turn, math.inf, widest)
        return {"left": down, "right": down, "top": across, "bottom": across}

    def placed(self, width: float) -> dict[Side, Placed]:
        """Where the bands around all panels stand on a page of that width, and the room that they need."""
        alongs, margins = self.alongs(width), self.lattice.margins
        over = overhangs(self.blocks.bands, alongs, free=False)
        return placed(self.blocks.bands, alongs, {side: max(0.0, over[side] - margins[side]) for side in margins})

    @cached_property
    def content_width(self) -> float:
        """What the page must be wide for, but for free bands above and below."""
        stacks = self.placed(math.inf)
        return self.lattice.width + stacks["left"].room + stacks["right"].room

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
        return self.lattice.height + stacks["top"].room + stacks["bottom"].room + 2 * self.blocks.style.page_pad
