"""Masks: cells that are hidden once they are in order, so that nothing further on sees them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.cells.triangle import without_empty_lines
from heatfig.compile.conditions import holds
from heatfig.compile.view import View
from heatfig.diagnostics import Report, problem
from heatfig.runtime.stretches import stretches


def masked_panels(views: Sequence[View], panels: Sequence[PanelCells], report: Report) -> list[PanelCells]:
    """The panels without the cells that their masks hide; notes what the data lack for a mask."""
    found: list[PanelCells] = []
    for view, panel in zip(views, panels, strict=True):
        with report.collecting():
            found.append(_masked(view, panel))
    return found


def _masked(view: View, panel: PanelCells) -> PanelCells:
    """A panel without the cells for which any condition of its mask holds; raises Problems where none is left."""
    if not view.settings.mask:
        return panel
    hidden = np.zeros(panel.cells.shape, np.bool_)
    for number, condition in enumerate(view.settings.mask):
        hidden |= holds(panel, condition, partial(view.at, "mask", number))
    if not hidden.any():
        return panel
    values = panel.cells.values
    if not any((~hidden[rows] & ~np.isnan(values[rows])).any() for rows in stretches(values)):
        hint = "mask fewer cells, or none: mask: false"
        raise problem("empty-panel", "the mask hides every cell that has a score", view.at("mask"), hint)
    panel, hidden = without_empty_lines(view, panel, hidden)
    over = tuple(cells.without(hidden) for cells in panel.over)
    return replace(panel, cells=panel.cells.without(hidden), over=over)
