"""Sizes of cells that suit the texts, and of annotations that suit the cells."""

from heatfig.layout.cells import annotation_room
from heatfig.layout.page import Angles, Blocks, Cell, Page
from heatfig.layout.style import SMALLEST_TEXT
from heatfig.layout.typeface import Typeface

GRIDS_SIDE = 420.0
LARGEST_GRID, SMALLEST_GRID = 240.0, 96.0
LARGEST_CELL = 36.0
SMALLEST_PART = 8.0
SQUARE_UP_TO = 1.6
ROOMY = 1.15


def default_cell(face: Typeface, blocks: Blocks) -> Cell:
    """Square cells that suit the texts, wider than high where the texts are."""
    gap = max(p.plan.gap for p in blocks.panels)
    wide, high = _roomy_cell(face, blocks)
    parts = max(p.plan.grid.scores.shape[2] for p in blocks.panels)
    columns = max(len(p.plan.x.labels) for p in blocks.panels)
    rows = max(len(p.plan.y.labels) for p in blocks.panels)
    side = min(LARGEST_GRID, max(SMALLEST_GRID, GRIDS_SIDE / blocks.plan.columns))
    if parts > 1:
        wide = max(wide, parts * SMALLEST_PART + gap, min(side / columns, LARGEST_CELL) + gap)
        return wide, max(high, min(side / rows, LARGEST_CELL / 2) + gap)
    base = min(side / max(columns, rows), LARGEST_CELL) + gap
    wide, high = max(wide, base), max(high, base)
    if max(wide, high) <= SQUARE_UP_TO * min(wide, high):
        wide = high = max(wide, high)
    return wide, high


def _roomy_cell(face: Typeface, blocks: Blocks) -> Cell:
    """A cell that leaves its texts some air."""
    last = tuple((p.x.angles()[-1], p.y.angles()[-1]) for p in blocks.panels)
    least = least_cell(face, blocks, last, blocks.plan.font_size, blocks.style.cell_room)
    if any(p.plan.annotations is not None for p in blocks.panels):
        return least[0], max(least[1], ROOMY * least_cell(face, blocks, last, None)[1])
    return ROOMY * least[0], ROOMY * least[1]


def least_cell(
    face: Typeface, blocks: Blocks, angles: Angles, text: float | None = SMALLEST_TEXT, pad: float | None = None
) -> Cell:
    """The smallest cell at which tick labels, groups and annotations of that size fit."""
    pad = blocks.style.cell_pad if pad is None else pad
    wide = high = 0.0
    for panel, (x, y) in zip(blocks.panels, angles, strict=True):
        wide = max(wide, panel.x.needed_cell(x), panel.x.groups.needed_cell(panel.plan.gap))
        high = max(high, panel.y.needed_cell(y), panel.y.groups.needed_cell(panel.plan.gap))
        words = annotation_room(face, panel.plan, min(text, blocks.plan.font_size)) if text else (0, 0)
        if words[0]:
            wide = max(wide, panel.plan.grid.scores.shape[2] * (words[0] + 2 * pad) + panel.plan.gap)
            high = max(high, words[1] + 2 * pad + panel.plan.gap)
        if not panel.plan.image:
            wide, high = max(wide, panel.plan.gap + 1), max(high, panel.plan.gap + 1)
    return wide, high


def annotation_size(face: Typeface, page: Page) -> float:
    """The largest common size up to the font's at which every annotation fits its cell."""
    base, pad = page.blocks.plan.font_size, page.blocks.style.cell_pad
    size = base
    for panel in page.blocks.panels:
        wide, high = annotation_room(face, panel.plan, base)
        if wide:
            x, y = panel.tracks(page.cell)
            part = x.cell / panel.plan.grid.scores.shape[2]
            size = min(size, base * (part - 2 * pad) / wide, base * (y.cell - 2 * pad) / high)
    return size
