"""The page: its size, its typeface, how panels stand on it."""

from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Area:
    """Where a panel stands among the rows and columns of panels: its first ones, and how many it spans."""

    row: int
    column: int
    down: int = 1
    across: int = 1


@dataclass(frozen=True)
class Size:
    """What was asked for: a page width (and height), a cell, or neither."""

    width: float | None = None
    height: float | None = None
    cell: tuple[float, float] | None = None


@dataclass(frozen=True)
class Venue:
    """What a venue asks of the page and of the texts and lines on it; None where it says nothing.

    Some take no `patterns`, such as hatches, or no `colored_text`. Texts in a PDF are embedded with their font, or
    drawn as outlines.
    """

    name: str
    text_width: float
    text_height: float | None
    smallest_text: float | None
    largest_text: float | None
    thinnest_line: float | None
    thickest_line: float | None
    outlined: bool
    patterns: bool
    colored_text: bool


@dataclass(frozen=True)
class Page:
    """What the figure's files are like; `background` is None where the page is transparent."""

    size: Size
    background: RGB | None
    families: tuple[str, ...]
    font_size: float
    dpi: int
    formats: tuple[str, ...]
    venue: Venue | None
