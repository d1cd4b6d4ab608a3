"""Colours that a spec names."""

from heatfig.diagnostics import Place, Problems, problem
from heatfig.diagnostics.origin import Origin
from heatfig.language.read import FigureSpec
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import WHITE, ColorError, parse_color


def color_at(text: str, place: Place) -> RGB:
    """The colour that stands at a place of the spec; raises Problems for none."""
    try:
        return parse_color(text)
    except ColorError as error:
        raise problem("bad-color", str(error), place, error.hint) from None


def background(spec: FigureSpec) -> RGB | None:
    """The colour of the page; None if it is transparent."""
    if spec.document.background is None:
        return None
    return color_at(spec.document.background, spec.place(Origin(None, ("background",))))


def paper(spec: FigureSpec) -> RGB:
    """The colour of the page as things are chosen for it, white where it is transparent."""
    try:
        return background(spec) or WHITE
    except Problems:  # which are told where looks are checked
        return WHITE
