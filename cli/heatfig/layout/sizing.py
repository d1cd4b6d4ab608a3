"""Cell size and the turn of tick labels: from the size asked for, or such that the texts fit."""

from heatfig.layout.cell_size import default_cell, least_cell
from heatfig.layout.page import Blocks, Page
from heatfig.layout.panel import Cell
from heatfig.layout.problems import Misfits
from heatfig.layout.solve import fill
from heatfig.layout.tight import no_room, tight, tight_annotations

SHEET = 2**0.5  # how much higher than wide a sheet of paper is


def sized_page(blocks: Blocks) -> Page:
    """The first page, by the turn of its tick labels, on which they all fit; raises Misfits if there is none."""
    for turn in range(blocks.turns):
        page = _turned(blocks, turn)
        misfits = list(tight(page))
        if not misfits:
            break
    misfits += tight_annotations(page)
    if misfits:
        raise Misfits(misfits)
    return page


def _turned(blocks: Blocks, turn: int) -> Page:
    """The page of the size asked for, or of the default one."""
    asked, default = blocks.plan.page.size, default_cell(blocks)
    if asked.cell is not None:
        return Page(blocks, asked.cell, turn)
    if asked.width is None:
        return Page(blocks, default, turn)
    # Groups at the left turn with the height of their cells, so width and height are found in turns.
    cell = default
    for _ in range(4):
        before = cell
        wide = _wide(blocks, asked.width, cell[1], turn)
        if asked.height is not None:
            cell = (wide, _high(blocks, asked.width, asked.height, wide, turn))
        else:
            cell = (wide, _shaped(blocks, asked.width, wide, default, turn))
        if abs(cell[1] - before[1]) < 1e-9:
            break
    return Page(blocks, cell, turn)


def _shaped(blocks: Blocks, width: float, wide: float, default: Cell, turn: int) -> float:
    """The height of cells of that width: square, or flatter where texts or a page too high for its width ask for it."""
    least = least_cell(blocks, turn, blocks.style.smallest)[1]
    high = max(wide * min(1.0, default[1] / default[0]), least)
    found = fill(SHEET * width, lambda size: Page(blocks, (wide, size), turn).least_height(width))
    return min(high, max(default[1], least, found or 0.0))


def _wide(blocks: Blocks, width: float, high: float, turn: int) -> float:
    """The cell width that fills a page width."""
    found = fill(width, lambda size: Page(blocks, (size, high), turn).needed_width)
    if found is None:
        raise Misfits([no_room(blocks, "width", width, turn)])
    return found


def _high(blocks: Blocks, width: float, height: float, wide: float, turn: int) -> float:
    """The cell height that fills a page height."""
    found = fill(height, lambda size: Page(blocks, (wide, size), turn).least_height(width))
    if found is None:
        raise Misfits([no_room(blocks, "height", height, turn)])
    return found
