"""Colours and colormaps: wrong whatever the data holds, so told beside what is wrong with it."""

import numpy as np

from heatfig.compile.cells.missing import check_missing
from heatfig.compile.colors.colormaps import resolve_colormap
from heatfig.compile.colors.named import background, color_at
from heatfig.compile.selection import Selection
from heatfig.compile.strokes import frame_of, gap_of
from heatfig.compile.texts import titled
from heatfig.compile.view import View
from heatfig.data.provenance import FileRows
from heatfig.data.table import Table
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.style import Style
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.language.styles import styles_in


def check_style(spec: FigureSpec, report: Report) -> None:
    """Note every colour and colormap of the spec that is none."""
    with report.collecting():
        background(spec)
    _check_styles(spec, None, spec.document, report)
    for panel in spec.panels:
        _check_styles(spec, panel.index, panel.settings, report)
        view = _without_rows(spec, panel)
        if not panel.is_invalid("colormap"):
            with report.collecting():
                resolve_colormap(view)
        frame_of(view, gap_of(view, report), report)
        with report.collecting():
            check_missing(view)


def _check_styles(spec: FigureSpec, panel: int | None, record: object, report: Report) -> None:
    """Note every colour of a text that is none."""
    for path, style in styles_in(record):
        if not isinstance(style, Style):
            continue  # told of where their conditions are looked at
        with report.collecting():
            color_at(style.color or "black", spec.place(Origin(panel, (*path, "color"))))


def _without_rows(spec: FigureSpec, panel: PanelSpec) -> View:
    none = Table({}, FileRows("", np.empty(0, np.int64)))
    selection = Selection(none, None, None, True, frozenset())
    return View(panel.index, spec, panel, titled(panel.settings.title), selection, panel.settings)
