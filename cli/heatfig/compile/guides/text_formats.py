"""The number format that the texts in cells have, for ticks to be written like them."""

import re

from heatfig.compile.view import View
from heatfig.scales.number_format import lends, number_and_unit

_WORD = re.compile(r"[^\s()\[\],]+")


def text_format(view: View) -> str | None:
    """The format of all texts that show what the colours do; None where they have several, or one that lends nothing.

    Panels that show the same are looked at together, as they may have one colorbar.
    """
    if view.path:
        return None  # what stands beside the grid has no such texts
    every = [layer.settings for panel in view.figure.panels for layer in (panel, *panel.over)]
    alike = (settings for settings in every if settings.quantity == view.settings.quantity)
    formats = {field.format for settings in (view.settings, *alike) for field in settings.score_fields}
    form = formats.pop() if len(formats) == 1 else None
    if form is None:
        return None
    written, unit = number_and_unit(form)
    form = written if unit and unit in _WORD.findall(_label(view)) else form
    return form if lends(form) else None


def _label(view: View) -> str:
    """The label of the colorbar, which may name the unit by itself."""
    bar = view.settings.colorbar
    return "" if bar is None else bar.label.text or ""
