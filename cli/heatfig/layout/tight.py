"""What does not fit on a page of one cell size, and the size that would do."""

from collections.abc import Callable, Iterator
from functools import cache

from heatfig.diagnostics.origin import Origin
from heatfig.layout.band_scale import BandScale
from heatfig.layout.cell_size import annotation_size, least_cell
from heatfig.layout.colorbar import BarBlocks
from heatfig.layout.page import Angles, Blocks, Cell, Page
from heatfig.layout.panel import PanelBlocks
from heatfig.layout.problems import Misfit
from heatfig.layout.style import SMALLEST_TEXT
from heatfig.layout.typeface import Typeface

_MM = 25.4 / 72


def tight(face: Typeface, page: Page) -> Iterator[Misfit]:
    """What does not fit but for the annotations."""
    mend = cache(lambda: _mend(face, page))  # looks at all panels: once a page, and only where labels meet
    for panel, angles in zip(page.blocks.panels, page.angles, strict=True):
        tracks = panel.tracks(page.cell)
        if panel.plan.gap and min(track.cell for track in tracks) < 0.5:
            message = f"a gap of {panel.plan.gap:.1f} pt leaves nothing of cells of {_points(page.cell)}"
            origin = Origin(panel.plan.title.origin.panel, ("gap",))
            yield Misfit("does-not-fit", message, origin, "a smaller gap or larger cells")
            continue
        if panel.bar is not None and panel.bar.too_close(tracks[panel.bar.upright].length):
            yield _crowded(panel.bar)
        for name, angle, size, track in zip("xy", angles, page.cell, tracks, strict=True):
            yield from _tight_labels(page, panel, name, angle, size, track, mend)
    bar = page.blocks.bar
    if bar is not None and bar.too_close(page.panels_height if bar.upright else page.panels_width):
        yield _crowded(bar)


def _tight_labels(
    page: Page, panel: PanelBlocks, name: str, angle: float, size: float, track: BandScale, mend: Callable[[], str]
) -> Iterator[Misfit]:
    """Tick and group labels of an axis that need larger cells."""
    axis = panel.x if name == "x" else panel.y
    needed, first, second = axis.closest(angle)
    if needed > size + 1e-6:
        pair = f"'{axis.plan.labels[first]}' and '{axis.plan.labels[second]}'"
        message = f"the {name} tick labels {pair} meet: they need {needed:.1f} pt a cell and have {size:.1f}"
        yield _misfit(page, message, panel, mend(), "axes", name)
    over = axis.groups.overflow(track)
    if over is not None:
        message = f"the group label '{over[0]}' needs {over[1]:.1f} pt along its cells"
        yield _misfit(page, message, panel, mend(), "axes", name, "group")


def tight_annotations(face: Typeface, page: Page) -> Iterator[Misfit]:
    """That annotations would be smaller than can be read."""
    least = min(SMALLEST_TEXT, page.blocks.plan.font_size)
    if annotation_size(face, page) >= least - 1e-9:
        return
    narrow = next(p.plan.annotations for p in page.blocks.panels if p.plan.annotations is not None)
    message = f"the annotations do not fit their cells of {_points(page.cell)} even at {least:g} pt"
    beside = page.blocks.plan.size.width is not None and any(bar.upright for bar, _ in page.bars)
    below = ", a colorbar at the bottom" if beside else ""
    hint = f"{_mend(face, page)}{below}, a smaller font, or a shorter format"
    yield Misfit("does-not-fit", message, narrow.origin, hint)


def no_room(face: Typeface, blocks: Blocks, side: str, given: float, angles: Angles) -> Misfit:
    """That a page of that width or height is filled by what stands around the grids."""
    page = Page(blocks, least_cell(face, blocks, angles), angles)
    least = page.least_width if side == "width" else page.least_height(blocks.plan.size.width or 0)
    message = f"a page {side} of {given * _MM:.1f} mm leaves no room for cells beside the texts"
    return Misfit("does-not-fit", message, Origin(None, ("size", side)), f"at least {least * _MM + 0.1:.1f}mm")


def _misfit(page: Page, message: str, panel: PanelBlocks, size: str, *path: str) -> Misfit:
    asked = page.blocks.plan.size
    sized = asked.cell is not None or asked.width is not None
    origin = Origin(None, ("size",)) if sized else Origin(panel.plan.title.origin.panel, path)
    return Misfit("does-not-fit", message, origin, f"{size}, a smaller font, or shorter or fewer labels")


def _mend(face: Typeface, page: Page) -> str:
    """The size that would do, in the words in which the spec gives it."""
    asked = page.blocks.plan.size
    least = least_cell(face, page.blocks, page.angles)
    cell = (max(least[0], page.cell[0]), max(least[1], page.cell[1]))
    if asked.width is None:
        return f"a cell of at least {_points((least[0] + 0.05, least[1] + 0.05))}"
    enough = Page(page.blocks, (least[0], cell[1]) if least[0] > page.cell[0] else cell, page.angles)
    width = max(asked.width, enough.least_width)
    if width > asked.width + 1e-6:
        return f"a page at least {width * _MM + 0.1:.1f}mm wide"
    return f"a page at least {enough.least_height(width) * _MM + 0.1:.1f}mm high"


def _crowded(bar: BarBlocks) -> Misfit:
    origin = Origin(bar.plan.ticks[0].labels[0].origin.panel, ("colorbar", "ticks"))
    message = f"the ticks of the colorbar stand too close: their labels would need a bar of {bar.least:.0f} pt"
    return Misfit("does-not-fit", message, origin, "fewer ticks, or ticks further apart")


def _points(cell: Cell) -> str:
    return f"{cell[0]:.1f} × {cell[1]:.1f} pt"
