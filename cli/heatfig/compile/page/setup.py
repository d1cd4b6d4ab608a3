"""The page: its size, its typeface and what its venue asks for."""

from heatfig.compile.colors.named import background
from heatfig.language.read import FigureSpec
from heatfig.language.venues import Venue as Line
from heatfig.plan.page import Page, Size, Venue
from heatfig.runtime.formats import FORMATS


def page_of(spec: FigureSpec) -> Page:
    """The page that a spec asks for."""
    document = spec.document
    cell = (document.size.cell[0], document.size.cell[-1]) if document.size.cell else None
    return Page(
        size=Size(document.page_width, document.size.height, cell),
        background=background(spec),
        families=tuple(document.font.family),
        font_size=document.text_size,
        dpi=document.dpi,
        formats=tuple(document.formats or FORMATS),
        venue=_venue(document.page_venue),
    )


def _venue(asked: Line | None) -> Venue | None:
    if asked is None:
        return None
    return Venue(
        f"{asked.venue} {asked.year}",
        asked.text_width,
        asked.text_height,
        asked.smallest_text,
        asked.largest_text,
        asked.thinnest_line,
        asked.thickest_line,
        asked.outlined,
        asked.patterns,
        asked.colored_text,
    )
