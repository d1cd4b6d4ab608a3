"""What is wrong with the size of a page: too small for its texts, or larger than anybody wants."""

from collections.abc import Iterator

from heatfig.layout.page.cell_size import least_cell
from heatfig.layout.page.geometry import Page
from heatfig.layout.problems import Misfit
from heatfig.plan.page import Size
from heatfig.plan.sources import PlanPath
from heatfig.scales.sides import AxisName

_MM = 25.4 / 72
SMALLEST, LARGEST = 5 / _MM, 5000 / _MM
A3 = 297 / _MM, 420 / _MM


def page_misfits(page: Page, width: float, height: float) -> Iterator[Misfit]:
    """What is wrong with a page of that size."""
    for side, given, least in (
        ("width", width, page.least_width),
        ("height", height, page.least_height(width)),
    ):
        path = ("page", "size", side)
        if given < least - 1e-6:
            message = f"a page {side} of {given * _MM:.1f} mm is too small for the texts"
            yield Misfit("does-not-fit", message, path, f"at least {least * _MM + 0.05:.1f}mm")
        elif not SMALLEST <= given <= LARGEST:
            message = f"the page {side} would be {given * _MM:.0f} mm"
            yield Misfit("does-not-fit", message, path, "from 5 mm to 5 m: set `size`, or `ticks: none`")
            page_size = page.blocks.plan.page.size
            if page_size.height is None and page_size.cell is None:
                return  # a height that follows from the width
    yield from _too_large(page, width, height)


def _too_large(page: Page, width: float, height: float) -> Iterator[Misfit]:
    """That a page whose size follows from its cells would be larger than A3."""
    page_size = page.blocks.plan.page.size
    if page_size.cell is not None or page_size.height is not None or max(width, height) > LARGEST:
        return
    short, long = sorted((width, height))
    if page_size.width is None and (short > A3[0] or long > A3[1]):
        share = min(A3[0] / short, A3[1] / long)
        yield _larger(page, width, height, (page.cell[0] * share, page.cell[1] * share), "cell")
    elif page_size.width is not None and height > max(A3[1], width):
        yield _larger(page, width, height, (page.cell[0], page.cell[1] * A3[1] / height), "width and height")


def _larger(page: Page, width: float, height: float, cell: tuple[float, float], hint: str) -> Misfit:
    """What would make it smaller: cells of that size where they are large enough for the texts, else fewer texts."""
    message = f"the page would be {width * _MM:.0f} × {height * _MM:.0f} mm, larger than A3"
    least = least_cell(page.blocks, page.turn, page.blocks.style.smallest)
    wanted = [axis for axis, has, needs in zip(("x", "y"), cell, least, strict=True) if has < needs]
    size = f"size: {_cell(cell)}" if hint == "cell" else "a `height`, or a smaller width"
    texts = any(mark.room(least[1])[0] for panel in page.blocks.panels for mark in panel.marks)
    fewer = "cells without texts, " if texts else ""
    fewer += f"`ticks: none` or fewer ticks along {' and '.join(wanted)}, a smaller font, or fewer rows and columns"
    smaller = fewer if wanted else f"{size} for one that is not"
    kept = f"{smaller}; size: {_cell(page.cell)} for one as large as this"
    return Misfit("does-not-fit", message, _longest(page, width, height), kept)


def _cell(cell: tuple[float, float]) -> str:
    return f"{{cell: [{cell[0]:.1f}pt, {cell[1]:.1f}pt]}}"


def _longest(page: Page, width: float, height: float) -> PlanPath:
    """What makes a page large: the size that is asked for, else the axis with most cells along its longer side."""
    if page.blocks.plan.page.size != Size():
        return ("page", "size")
    axis: AxisName = "x" if width >= height else "y"
    most = max(page.blocks.panels, key=lambda panel: len(panel.plan.axis(axis).keys))
    return ("panels", most.index, axis)
