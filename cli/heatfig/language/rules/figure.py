"""Rules of the figure as a whole."""

from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path
from heatfig.language.model.figure import Document
from heatfig.language.nodes import Mapping
from heatfig.language.rules import Rules
from heatfig.language.source import Source


def check_document(
    document: Document, node: Mapping, broken: frozenset[Path], source: Source, report: Report
) -> frozenset[Path]:
    """The rules of the figure as a whole; gives back the broken paths with those that break a rule."""
    rules = Rules(node, source, report, set(broken))
    _check_panels(document, rules)
    if document.formats == []:
        rules.refuse("empty-list", "`formats` lists no format", "formats", hint="png, pdf, svg")
    rules.once(document.formats, "formats")
    if not 10 <= document.dpi <= 4800:
        rules.refuse("out-of-bounds", f"{document.dpi:g} dpi is out of bounds", "dpi", hint="from 10 to 4800")
    if not 1 <= document.font.size <= 200:
        rules.refuse("out-of-bounds", "the font size is out of bounds", "font", "size", hint="from 1 to 200 points")
    if not document.font.family:
        rules.refuse("empty-list", "`family` lists no font", "font", "family", hint="leave it out for DejaVu Sans")
    if rules.whole("size"):
        _check_size(document, rules)
    return frozenset(rules.broken)


def _check_panels(document: Document, rules: Rules) -> None:
    if document.panels is not None and document.facet is not None:
        rules.refuse("contradiction", "`panels` and `facet` cannot both hold", "facet", hint="keep one of them")
    if document.facet is not None and document.scores and document.scores[0].form == "wide":
        message = "`facet` needs named columns, and the score file is in wide form"
        rules.refuse("contradiction", message, "facet", hint="use the long form: one score a row")
    if document.panels == []:
        rules.refuse("empty-list", "`panels` lists no panel", "panels", hint="leave it out for a single panel")
    if document.layout.columns is not None and document.layout.columns < 1:
        rules.refuse("out-of-bounds", "a row holds at least one panel", "layout", "columns", hint="1 or more")
    if document.facet is not None:
        rules.once(document.facet.order, "facet", "order")


def _check_size(document: Document, rules: Rules) -> None:
    size = document.size
    if size.cell is not None and (size.width is not None or size.height is not None):
        message = "the size of a cell and of the page cannot both be given"
        rules.refuse("contradiction", message, "size", "cell", hint="keep one of them")
    if size.cell is not None and len(size.cell) not in {1, 2}:
        message = f"expected one length, or width and height, got {len(size.cell)} lengths"
        rules.refuse("wrong-type", message, "size", "cell", hint="such as cell: 8mm or [12mm, 8mm]")
    if size.height is not None and size.width is None:
        rules.refuse("missing-key", "a page height needs a width", "size", hint="add width, or give height up")
    for name, lengths in (("width", [size.width]), ("height", [size.height]), ("cell", size.cell or [])):
        if any(length is not None and length <= 0 for length in lengths):
            rules.refuse("out-of-bounds", f"a {name} is more than nothing", "size", name, hint="such as 85mm")
