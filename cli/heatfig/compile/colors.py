"""Colours that a spec names."""

from heatfig.diagnostics import Place, problem
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, parse_color


def color_at(text: str, place: Place) -> RGB:
    """The colour that stands at a place of the spec; raises Problems for none."""
    try:
        return parse_color(text)
    except ColorError as error:
        raise problem("bad-color", str(error), place, error.hint) from None
