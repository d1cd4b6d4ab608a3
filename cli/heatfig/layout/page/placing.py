"""Where panels and what stands around them all are on a page of exact size."""

from collections.abc import Iterator

import numpy as np

from heatfig.layout.around import Placed
from heatfig.layout.band import Along, Band, FreeBand
from heatfig.layout.edge import Edge, edge_of
from heatfig.layout.page.geometry import Page
from heatfig.layout.scene.items import Item, Point
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import WHITE
from heatfig.scales.contrast import black_reads_better
from heatfig.scales.sides import Side


def draw_page(page: Page, width: float, height: float, text_size: float, ink: RGB) -> Iterator[Item]:
    """Items of a page of that size; what is left over is shared out around the panels."""
    stacks, pad = page.placed(width), page.blocks.style.page_pad
    left = pad + (width - 2 * pad - page.content_width) / 2 + stacks["left"].room
    top = pad + (height - page.least_height(width)) / 2 + stacks["top"].room
    for panel, (x, y), lead in zip(page.blocks.panels, page.lattice.origins, page.leads, strict=True):
        yield from panel.draw((left + x, top + y), lead, page.cell, page.turn, text_size, ink)
    for section in page.sections:
        yield from section.draw((left, top), page.lattice, page.usual, ink)
    for side, stack in stacks.items():
        yield from _draw_stack(page, side, stack, (left, top), width, ink)


def _draw_stack(page: Page, side: Side, stack: Placed, corner: Point, width: float, ink: RGB) -> Iterator[Item]:
    """The bands at one side of all panels."""
    along, pad = page.alongs(width)[side], page.blocks.style.page_pad
    edge = edge_of(side, corner, page.lattice.width, page.lattice.height)
    edge = edge.moved(page.lattice.margins["top" if edge.upright else "left"])
    for band, out in stack.starts:
        shift = 0.0 if edge.upright else _shift(band, edge, along, (pad, width - pad))
        yield from band.draw(along, edge.moved(shift).out(out), ink)


def _shift(band: Band, edge: Edge, along: Along, page: tuple[float, float]) -> float:
    """How far a free band is moved so that it stays on the page."""
    if not isinstance(band, FreeBand):
        return 0.0
    middle, half = edge.start + along.cells.length / 2, band.length(along) / 2
    low, high = page[0] + half, page[1] - half
    return (min(max(middle, low), high) if low <= high else sum(page) / 2) - middle


def ink_on(background: RGB | None) -> RGB:
    """Near black or white, whichever reads better on the page."""
    shown = np.array(background or WHITE, np.uint8)
    return (26, 26, 26) if bool(black_reads_better(shown)) else WHITE
