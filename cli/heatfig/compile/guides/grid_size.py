"""How large a grid will about be, before anything is measured: enough to choose how many ticks there are."""

from collections.abc import Sequence

from heatfig.compile.page.areas import areas
from heatfig.language.read import FigureSpec
from heatfig.plan.panel import PanelPlan
from heatfig.scales.sides import Side

GRIDS_SIDE, LARGEST_GRID, SMALLEST_GRID = 420.0, 240.0, 96.0  # of the default page, as layout sizes it
LARGEST_CELL = 36.0
_GRID_SHARE, _LEAST_SHARE = 0.7, 0.25  # of a page of given size; the rest is texts and colorbars
_LETTER, _OTHER_TEXTS = 0.5, 14  # the width of a letter in em, and how many an axis' label and a colorbar come to


def estimated_length(spec: FigureSpec, panel: PanelPlan, across: int, side: Side) -> float:
    """The extent of a panel's grid along a colorbar at that side, in points, with so many columns of panels.

    One that spans several has cells of the same size, and may be no wider.
    """
    upright = side in {"left", "right"}
    return estimated_side(spec, len(panel.y.keys), len(panel.x.keys), upright, across, _texts_width(spec, panel))


def _texts_width(spec: FigureSpec, panel: PanelPlan) -> float:
    """About how wide what an axis of rows shows is, with a colorbar's ticks at the other side."""
    lines = [line for tick in panel.y.ticks for line in tick.text.content.split("\n")]
    return _LETTER * spec.document.text_size * (max(map(len, lines), default=0) + _OTHER_TEXTS)


def columns_of(spec: FigureSpec, ids: Sequence[str]) -> float:
    """How many columns of panels there are to one column of a panel, as a mean."""
    if spec.panels[0].is_invalid("layout") or spec.panels[0].is_invalid("facet"):
        return 1.0
    found = areas(spec.document, ids)
    return max(area.column + area.across for area in found) * len(found) / sum(area.across for area in found)


def estimated_side(
    spec: FigureSpec, rows: int, columns: int, upright: bool, across: float, texts: float = 0.0
) -> float:
    """The height of a grid, or else its width, in points, where so many stand in a row, each with texts so wide."""
    size = spec.document.size
    if size.cell:
        return size.cell[-1] * rows if upright else size.cell[0] * columns
    width = spec.document.page_width
    if width is not None:
        wide = max(min(width * _GRID_SHARE, width - texts * across), width * _LEAST_SHARE) / across
        high = size.height * _GRID_SHARE if size.height is not None else wide * rows / columns
        return high if upright else wide
    largest = min(LARGEST_GRID, max(SMALLEST_GRID, GRIDS_SIDE / across))
    return min(largest / max(rows, columns), LARGEST_CELL) * (rows if upright else columns)
