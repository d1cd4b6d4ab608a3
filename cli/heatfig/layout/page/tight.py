"""What does not fit on a page of one cell size."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from heatfig.layout.around import LEVEL, SIDES, Bands, each
from heatfig.layout.band import Tight
from heatfig.layout.guides.colorbar import ColorbarBand
from heatfig.layout.page.cell_size import annotation_size
from heatfig.layout.page.geometry import Page
from heatfig.layout.page.size_hint import points, size_hint
from heatfig.layout.page.solve import largest_size
from heatfig.layout.problems import Misfit
from heatfig.plan.sources import PlanPath


def tight(page: Page) -> Iterator[Misfit]:
    """What does not fit but for the texts in cells."""
    hint = cache(lambda: size_hint(page))  # looks at all panels: once a page, and only where labels meet
    for panel in page.blocks.panels:
        alongs = panel.alongs(page.cell, page.turn)
        if panel.plan.gap and min(scale.cell for scale in panel.scales(page.cell)) < 0.5:
            message = f"a gap of {panel.plan.gap:.1f} pt leaves nothing of cells of {points(page.cell)}"
            yield Misfit("does-not-fit", message, ("panels", panel.index, "gap"), "a smaller gap or larger cells")
            continue
        for side, band in each(panel.bands):
            size = page.cell[1] if side in {"left", "right"} else page.cell[0]
            for found in band.tight(alongs[side], size):
                yield _misfit(page, found, hint)
    sections = [(section.bands, section.alongs(page.lattice, page.usual)) for section in page.blocks.sections]
    for bands, around in [*sections, (page.blocks.bands, page.alongs(page.least_width))]:
        for side, band in each(bands):
            for found in band.tight(around[side], around[side].cells.length):
                yield _misfit(page, found, hint)


def _misfit(page: Page, found: Tight, hint: Callable[[], str]) -> Misfit:
    if found.hint:
        return Misfit("does-not-fit", found.message, found.path, found.hint)
    page_size = page.blocks.plan.page.size
    sized = page_size.cell is not None or page_size.width is not None
    path = ("page", "size") if sized else found.path
    mends = filter(None, (found.instead, hint(), "a smaller font, or shorter or fewer labels"))
    return Misfit("does-not-fit", found.message, path, ", ".join(mends))


def tight_annotations(page: Page) -> Iterator[Misfit]:
    """That texts in cells would be smaller than can be read."""
    least = page.blocks.style.smallest
    if annotation_size(page) >= least - 1e-9:
        return
    path: PlanPath = next(
        (
            ("panels", panel.index, "marks", number)
            for panel in page.blocks.panels
            for number, mark in enumerate(panel.marks)
            if mark.room(least)[0]
        ),
        ("page", "size"),
    )
    message = f"texts do not fit their cells of {points(page.cell)} even at {least:g} pt"
    below = "a colorbar at the bottom" if _fits_with_bars_below(page) else ""
    mends = filter(None, (size_hint(page), below, "a smaller font, or shorter texts"))
    yield Misfit("does-not-fit", message, path, ", ".join(mends))


def _fits_with_bars_below(page: Page) -> bool:
    """Whether texts would fit cells as wide as they are where no colorbar stands beside the grids."""
    blocks, width = page.blocks, page.blocks.plan.page.size.width
    panels = tuple(replace(panel, bands=_without_bars(panel.bands)) for panel in blocks.panels)
    sections = tuple(replace(section, bands=_without_bars(section.bands)) for section in blocks.sections)
    freed = replace(blocks, panels=panels, sections=sections, bands=_without_bars(blocks.bands))
    if width is None or blocks.plan.page.size.height is not None:
        return False
    wide = largest_size(width, lambda size: Page(freed, (size, page.cell[1]), page.turn).needed_width)
    high = page.cell[1] * max(1.0, (wide or 0.0) / page.cell[0])
    return wide is not None and annotation_size(Page(freed, (wide, high), page.turn)) >= blocks.style.smallest


def _without_bars(bands: Bands) -> Bands:
    return {
        side: tuple(band for band in bands[side] if side in LEVEL or not isinstance(band, ColorbarBand))
        for side in SIDES
    }
