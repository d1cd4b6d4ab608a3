"""Cells that are missing for a reason of their own, as a verb divided by zero: kinds of missing behind the tokens."""

from dataclasses import replace

import numpy as np

from heatfig.compile.view import View
from heatfig.data.columns.operations import REASONS
from heatfig.plan.grid import NO_ROW, Grid, holds


def reasons_stand_at(view: View) -> str:
    """The key that gives reasons, or the first that may."""
    return "transform" if view.settings.transform else "normalize"


def reasoned(view: View, grid: Grid) -> tuple[Grid, tuple[str, ...]]:
    """The grid with its reasons numbered behind the tokens, and the reasons in words; none where none is shown."""
    settings = view.settings
    lenient = any(asked.undefined == "missing" for asked in settings.normalize)
    found = [kind for kind in REASONS if (settings.transform or lenient) and holds(grid.kinds, kind)]
    if not found:
        return grid, ()
    shown = bool(settings.missing.label)
    kinds = grid.kinds.copy()
    for number, kind in enumerate(found, start=len(settings.missing.tokens) + 1):
        kinds[grid.kinds == kind] = number if shown else NO_ROW
    return replace(grid, kinds=kinds.astype(np.int16)), tuple(REASONS[kind] for kind in found) if shown else ()
