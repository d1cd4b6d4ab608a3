"""Rules of the figure as a whole."""

from heatfig.language.model.figure import Figure
from heatfig.language.nodes import Sequence
from heatfig.language.rules import Rules
from heatfig.language.rules.names import check_names
from heatfig.language.rules.records import check_records
from heatfig.language.rules.venue import check_venue
from heatfig.language.scalars import OfVenue


def check_figure(figure: Figure, rules: Rules) -> None:
    """The rules of the figure as a whole."""
    _check_panels(figure, rules)
    check_names(figure, rules)
    rules.once(figure.formats, "formats")
    venue = figure.page_venue
    if venue is not None:
        check_venue(figure, venue, rules)
    if rules.is_valid("size"):
        _check_size(figure, rules)
    check_records(figure, rules)


def _check_panels(figure: Figure, rules: Rules) -> None:
    if isinstance(rules.node.get("panels"), Sequence) and figure.facet is not None:
        rules.refuse("contradiction", "`panels` and `facet` cannot be used together", "facet", hint="keep one of them")
    if figure.facet is not None:
        rules.once(figure.facet.order, "facet", "order")
        if figure.facet.across is not None and figure.layout.across is not None:
            message = "`facet.across` and `layout.across` cannot be used together"
            rules.refuse("contradiction", message, "facet", "across", hint="keep one of them")


def _check_size(figure: Figure, rules: Rules) -> None:
    size = figure.size
    if size.cell is not None and (size.width is not None or size.height is not None):
        message = "the size of a cell and of the page cannot both be given"
        rules.refuse("contradiction", message, "size", "cell", hint="keep one of them")
    if size.cell is not None and len(size.cell) not in {1, 2}:
        message = f"expected one length, or width and height, got {len(size.cell)} lengths"
        rules.refuse("wrong-type", message, "size", "cell", hint="such as cell: 8mm or [12mm, 8mm]")
    if size.height is not None and size.width is None:
        rules.refuse("missing-key", "a page height needs a width", "size", hint="add a width, or leave out the height")
    if isinstance(size.width, OfVenue) and figure.venue is None and rules.is_valid("venue"):
        message = f"a `{size.width.of}` is that of a venue, and none is named"
        rules.refuse("missing-key", message, "size", "width", hint="add venue: NAME, or give a length such as 85mm")
    for name, lengths in (("width", (figure.page_width,)), ("height", (size.height,)), ("cell", size.cell or ())):
        if any(length is not None and length <= 0 for length in lengths):
            rules.refuse("out-of-bounds", f"`{name}` must be above 0", "size", name, hint="such as 85mm")
