"""The page: its size, its typeface and what its venue asks for."""

from heatfig.compile.colors.named import background
from heatfig.language.read import FigureSpec
from heatfig.language.venues import Venue as VenueSpec
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


def _venue(spec: VenueSpec | None) -> Venue | None:
    if spec is None:
        return None
    return Venue(
        f"{spec.venue} {spec.year}",
        spec.text_width,
        spec.text_height,
        spec.smallest_text,
        spec.largest_text,
        spec.thinnest_line,
        spec.thickest_line,
        spec.outlined,
        spec.patterns,
        spec.colored_text,
    )
