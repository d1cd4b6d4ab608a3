"""Sizes of cells that suit the texts, and of texts in cells that suit the cells."""

from heatfig.layout.around import each
from heatfig.layout.page.geometry import Blocks, Page
from heatfig.layout.panel import Cell, PanelBlocks

GRIDS_SIDE = 420.0
LARGEST_GRID, SMALLEST_GRID = 240.0, 96.0
LARGEST_CELL = 36.0
SMALLEST_PART = 8.0
SQUARE_UP_TO = 1.6
ROOMY = 1.15


def default_cell(blocks: Blocks) -> Cell:
    """Square cells that suit the texts, wider than high where the texts are."""
    gap = max(p.plan.gap for p in blocks.panels)
    wide, high = _roomy_cell(blocks)
    parts = max(len(p.plan.parts) for p in blocks.panels)
    columns = max(len(p.plan.x.keys) for p in blocks.panels)
    rows = max(len(p.plan.y.keys) for p in blocks.panels)
    side = min(LARGEST_GRID, max(SMALLEST_GRID, GRIDS_SIDE / blocks.plan.columns))
    if parts > 1:
        wide = max(wide, parts * SMALLEST_PART + gap, min(side / columns, LARGEST_CELL) + gap)
        return wide, max(high, min(side / rows, LARGEST_CELL / 2) + gap)
    base = min(side / max(columns, rows), LARGEST_CELL) + gap
    wide, high = max(wide, base), max(high, base)
    if max(wide, high) <= SQUARE_UP_TO * min(wide, high):
        wide = high = max(wide, high)
    return wide, high


def _roomy_cell(blocks: Blocks) -> Cell:
    """A cell that leaves its texts some air."""
    last = blocks.turns - 1
    least = least_cell(blocks, last, blocks.style.base, blocks.style.cell_room)
    if any(_room(panel, blocks.style.base)[0] for panel in blocks.panels):
        return least[0], max(least[1], ROOMY * least_cell(blocks, last, None)[1])
    return ROOMY * least[0], ROOMY * least[1]


def least_cell(blocks: Blocks, turn: int, text: float | None, pad: float | None = None) -> Cell:
    """The smallest cell at which what stands beside the grids, and texts in cells of that size, fit."""
    pad = blocks.style.cell_pad if pad is None else pad
    wide = high = 0.0
    for panel in blocks.panels:
        for side, band in each(panel.bands):
            step = band.needed_cell(turn)
            wide, high = (wide, max(high, step)) if side in {"left", "right"} else (max(wide, step), high)
        room = _room(panel, min(text, blocks.style.base)) if text else (0.0, 0.0)
        if room[0]:
            needed = len(panel.plan.parts) * (room[0] + 2 * pad), room[1] + 2 * pad
            wide = max(wide, (needed[0] + panel.plan.gap) / panel.plan.x.narrowest)
            high = max(high, (needed[1] + panel.plan.gap) / panel.plan.y.narrowest)
        if not panel.plan.image:
            least = panel.plan.gap + 1
            wide, high = max(wide, least / panel.plan.x.narrowest), max(high, least / panel.plan.y.narrowest)
    return wide, high


def annotation_size(page: Page) -> float:
    """The largest common size up to the font's at which every text fits its cell."""
    base, pad = page.blocks.style.base, page.blocks.style.cell_pad
    size = base
    for panel in page.blocks.panels:
        wide, high = _room(panel, base)
        if wide:
            x, y = panel.scales(page.cell)
            part = x.cell / len(panel.plan.parts)
            size = min(size, base * (part - 2 * pad) / wide, base * (y.cell - 2 * pad) / high)
    return size


def _room(panel: PanelBlocks, size: float) -> tuple[float, float]:
    """Width and height of the room that texts need in a cell of a panel or of its margins, without padding."""
    parts = len(panel.plan.parts)
    beside = [band.room(size) for _, band in each(panel.bands)]
    rooms = [(0.0, 0.0), *(mark.room(size) for mark in panel.marks), *((wide / parts, high) for wide, high in beside)]
    return max(wide for wide, _ in rooms), max(high for _, high in rooms)
