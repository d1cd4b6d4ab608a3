"""Cell size and the turn of tick labels: from the size asked for, or such that the texts fit."""

from heatfig.layout.page.cell_size import default_cell, least_cell
from heatfig.layout.page.geometry import Blocks, Page
from heatfig.layout.page.size_hint import no_room
from heatfig.layout.page.solve import largest_size
from heatfig.layout.page.tight import tight, tight_annotations
from heatfig.layout.panel import Cell
from heatfig.layout.problems import Misfits

STEPS, SETTLED = 24, 1e-9
SHEET = 2**0.5  # how much higher than wide a sheet of paper is


def sized_page(blocks: Blocks) -> Page:
    """The first page, by the turn of its tick labels, on which they all fit; raises Misfits if there is none."""
    for turn in range(blocks.turns):
        try:
            page = _turned(blocks, turn)
        except Misfits:
            if turn + 1 == blocks.turns:
                raise
            continue
        misfits = list(tight(page))
        if not misfits:
            break
    misfits += tight_annotations(page)
    if misfits:
        raise Misfits(misfits)
    return page


def _turned(blocks: Blocks, turn: int) -> Page:
    """The page of the size asked for, or of the default one."""
    page_size, default = blocks.plan.page.size, default_cell(blocks)
    if page_size.cell is not None:
        return Page(blocks, page_size.cell, turn)
    if page_size.width is None:
        return Page(blocks, default, turn)
    # Groups at the left turn with the height of cells, and margins are as wide as that: each side follows the other.
    high = default[1]
    for step in range(STEPS):
        wide = _wide(blocks, page_size.width, high, turn)
        before = high
        high = _next(blocks, wide, default, turn)
        if abs(high - before) < SETTLED:
            break
        if step > STEPS // 4:
            high = (before + high) / 2  # ends what would go to and fro
    else:
        wide = _wide(blocks, page_size.width, high, turn)
    return Page(blocks, (wide, high), turn)


def _next(blocks: Blocks, wide: float, default: Cell, turn: int) -> float:
    """The height of cells of that width on a page of the size asked for."""
    page_size = blocks.plan.page.size
    assert page_size.width is not None
    if page_size.height is None:
        return _shaped(blocks, page_size.width, wide, default, turn)
    return _high(blocks, page_size.width, page_size.height, wide, turn)


def _shaped(blocks: Blocks, width: float, wide: float, default: Cell, turn: int) -> float:
    """The height of cells of that width: square, or flatter where texts or a page too high for its width ask for it."""
    least = least_cell(blocks, turn, blocks.style.smallest)[1]
    high = max(wide * min(1.0, default[1] / default[0]), least)
    found = largest_size(SHEET * width, lambda size: Page(blocks, (wide, size), turn).least_height(width))
    return min(high, max(default[1], least, found or 0.0))


def _wide(blocks: Blocks, width: float, high: float, turn: int) -> float:
    """The cell width that fills a page width."""
    found = largest_size(width, lambda size: Page(blocks, (size, high), turn).needed_width)
    if found is None:
        raise Misfits([no_room(blocks, "width", width, turn)])
    return found


def _high(blocks: Blocks, width: float, height: float, wide: float, turn: int) -> float:
    """The cell height that fills a page height."""
    found = largest_size(height, lambda size: Page(blocks, (wide, size), turn).least_height(width))
    if found is None:
        raise Misfits([no_room(blocks, "height", height, turn)])
    return found
