"""The size of cells or of the page that would do where something does not fit."""

from heatfig.layout.page.cell_size import least_cell
from heatfig.layout.page.geometry import Blocks, Page
from heatfig.layout.panel import Cell
from heatfig.layout.problems import Misfit

_MM = 25.4 / 72


def no_room(blocks: Blocks, side: str, given: float, turn: int) -> Misfit:
    """That a page of that width or height is filled by what stands around the grids."""
    page = Page(blocks, least_cell(blocks, turn, blocks.style.smallest), turn)
    least = page.least_width if side == "width" else page.least_height(blocks.plan.page.size.width or 0)
    message = f"a page {side} of {given * _MM:.1f} mm leaves no room for cells beside the texts"
    return Misfit("does-not-fit", message, ("page", "size", side), f"at least {least * _MM + 0.1:.1f}mm")


def size_hint(page: Page) -> str:
    """The size that would do, in the words in which the spec gives it; none that the venue does not have."""
    page_size, venue = page.blocks.plan.page.size, page.blocks.plan.page.venue
    least = least_cell(page.blocks, page.turn, page.blocks.style.smallest)
    cell = (max(least[0], page.cell[0]), max(least[1], page.cell[1]))
    if page_size.width is None:
        return f"a cell of at least {points((least[0] + 0.05, least[1] + 0.05))}"
    enough = Page(page.blocks, (least[0], cell[1]) if least[0] > page.cell[0] else cell, page.turn)
    width = max(page_size.width, enough.least_width)
    if venue is not None and width > venue.text_width:
        return "fewer cells or panels side by side"
    if width > page_size.width + 1e-6:
        return f"a page at least {width * _MM + 0.1:.1f}mm wide"
    return f"a page at least {enough.least_height(width) * _MM + 0.1:.1f}mm high"


def points(cell: Cell) -> str:
    """A cell's width and height in words."""
    return f"{cell[0]:.1f} × {cell[1]:.1f} pt"
