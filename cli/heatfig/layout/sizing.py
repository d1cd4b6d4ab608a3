"""Cell size and tick-label angles: from the size asked for, or such that the texts fit."""

from contextlib import suppress
from dataclasses import replace
from itertools import count

from heatfig.layout.cell_size import default_cell, least_cell
from heatfig.layout.page import Angles, Blocks, Page
from heatfig.layout.problems import Misfits
from heatfig.layout.solve import fill
from heatfig.layout.tight import no_room, tight, tight_annotations
from heatfig.layout.typeface import Typeface


def sized_page(face: Typeface, blocks: Blocks) -> Page:
    """The page with as many ticks on each colorbar as it has room for; raises Misfits if there is none.

    Tick labels take room from the cells, and so from the bars. The page with the fewest ticks tells how many there is
    room for; should these then leave no room for themselves, each bar does without its best choices.
    """
    page, turn = _fitted(face, blocks, 0)
    for first in count():
        filled = _filled(face, page, first)
        if filled is blocks:
            break
        with suppress(Misfits):
            fuller, turned = _fitted(face, filled, turn)
            if turned == turn:  # no tick is worth turned labels
                return fuller
    return page


def _filled(face: Typeface, page: Page, first: int) -> Blocks:
    """The page's blocks with the ticks, from the first choice on, that its colorbars have room for."""
    blocks = page.blocks
    bars = {id(bar): bar.filled(face, along, first) for bar, along in page.bars}
    if all(id(bar) in bars for bar in bars.values()):
        return blocks
    panels = (replace(p, bar=p.bar and bars[id(p.bar)]) for p in blocks.panels)
    return replace(blocks, panels=tuple(panels), bar=blocks.bar and bars[id(blocks.bar)])


def _fitted(face: Typeface, blocks: Blocks, first: int) -> tuple[Page, int]:
    """The first page, by the turn of its tick labels, on which they all fit; raises Misfits if there is none."""
    for turn in range(first, 3):
        page = _at_angles(face, blocks, _angles(blocks, turn))
        misfits = list(tight(face, page))
        if not misfits:
            break
    misfits += tight_annotations(face, page)
    if misfits:
        raise Misfits(misfits)
    return page, turn


def _angles(blocks: Blocks, turn: int) -> Angles:
    def pick(choices: tuple[float, ...]) -> float:
        return choices[min(turn, len(choices) - 1)]

    return tuple((pick(p.x.angles()), pick(p.y.angles())) for p in blocks.panels)


def _at_angles(face: Typeface, blocks: Blocks, angles: Angles) -> Page:
    """The page of the size asked for, or of the default one."""
    asked, default = blocks.plan.size, default_cell(face, blocks)
    if asked.cell is not None:
        return Page(blocks, asked.cell, angles)
    if asked.width is None:
        return Page(blocks, default, angles)
    # Groups at the left turn with the height of their cells, so width and height are found in turns.
    cell = default
    for _ in range(4):
        before = cell
        wide = _wide(face, blocks, asked.width, cell[1], angles)
        if asked.height is not None:
            cell = (wide, _high(face, blocks, asked.width, asked.height, wide, angles))
        else:
            cell = (wide, max(wide * default[1] / default[0], least_cell(face, blocks, angles)[1]))
        if abs(cell[1] - before[1]) < 1e-9:
            break
    return Page(blocks, cell, angles)


def _wide(face: Typeface, blocks: Blocks, width: float, high: float, angles: Angles) -> float:
    """The cell width that fills a page width."""
    found = fill(width, lambda size: Page(blocks, (size, high), angles).needed_width)
    if found is None:
        raise Misfits([no_room(face, blocks, "width", width, angles)])
    return found


def _high(face: Typeface, blocks: Blocks, width: float, height: float, wide: float, angles: Angles) -> float:
    """The cell height that fills a page height."""
    found = fill(height, lambda size: Page(blocks, (wide, size), angles).least_height(width))
    if found is None:
        raise Misfits([no_room(face, blocks, "height", height, angles)])
    return found
