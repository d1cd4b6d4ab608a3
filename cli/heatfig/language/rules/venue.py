"""What a venue asks of figures, as far as the spec itself breaks it; the page is looked at once it is laid out."""

from heatfig.language.model.figure import Figure
from heatfig.language.rules import Rules
from heatfig.language.venues import SAME_AS, Venue


def check_venue(figure: Figure, venue: Venue, rules: Rules) -> None:
    """The rules of a venue."""
    if figure.title is not None and figure.title.text and not venue.titles:
        message = f"{venue.venue} {venue.year} allows no titles in figures"
        rules.refuse("breaks-venue", message, "title", hint="leave it out; the caption in the paper says it")
    families = [family for name in venue.figure_fonts for family in SAME_AS[name]]
    if families and figure.font.family and figure.font.family[0] not in families:
        names = " or ".join(venue.figure_fonts)
        message = f"{venue.venue} {venue.year} wants texts in figures in {names}, not in {figure.font.family[0]}"
        where = ("font", "family") if rules.gives("font", "family") else ("venue",)
        rules.refuse(
            "breaks-venue", message, *where, hint="font: {family: STIXGeneral}, which comes with heatfig, or Arial"
        )
    size, least, most = figure.font.size, venue.smallest_text, venue.largest_text
    if size is not None and (size < (least or 0) or (most is not None and size > most)):
        message = f"{venue.venue} {venue.year} allows no texts of {size:g} pt in figures"
        bounds = f"at least {least:g} pt" if most is None else f"{least:g} to {most:g} pt"
        rules.refuse("breaks-venue", message, "font", "size", hint=f"{bounds}; {venue.text_size:g} if left out")
