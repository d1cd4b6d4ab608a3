"""Triangles without their diagonal: a row and a column of them have no cell, and are left out."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.conditions import holds
from heatfig.compile.view import View
from heatfig.language.conditions import Condition, Negation
from heatfig.language.scalars import ColumnRef
from heatfig.language.tracks import Dendrogram
from heatfig.plan.axis import AxisPlan, Group
from heatfig.runtime.arrays import Flags

_PARTS = frozenset({"diagonal", "upper", "lower"})


def without_empty_lines(view: View, panel: PanelCells, hidden: Flags) -> tuple[PanelCells, Flags]:
    """A panel of whose triangle nothing is in the first or last row and column, without these, and what is hidden.

    A tree beside an axis needs all of its labels, and an axis of numbers all of its cells.
    """
    mask = view.settings.mask
    beside = view.settings.beside
    tracks = (*beside.left, *beside.right, *beside.top, *beside.bottom)
    whole = panel.y.spacing or panel.x.spacing or any(isinstance(track, Dendrogram) for track in tracks)
    if whole or _hidden_parts(mask) not in ({"diagonal", "upper"}, {"diagonal", "lower"}):
        return panel, hidden
    parts = [(number, condition) for number, condition in enumerate(mask) if _hidden_parts([condition])]
    empty = np.logical_or.reduce([holds(panel, each, partial(view.at, "mask", number)) for number, each in parts])
    rows, columns = ~empty.all(axis=(1, 2)), ~empty.all(axis=(0, 2))
    down, across = np.flatnonzero(rows), np.flatnonzero(columns)
    cells, *over = (replace(each, square=each.rows.keys).take(down, across) for each in (panel.cells, *panel.over))
    left = replace(panel, cells=cells, y=_kept(panel.y, rows), x=_kept(panel.x, columns), over=tuple(over))
    return left, hidden[np.ix_(down, across)]


def _hidden_parts(mask: Sequence[Condition]) -> set[str]:
    """The parts of the square that a mask hides as a whole."""
    found = set[str]()
    for condition in mask:
        inner = condition.condition if isinstance(condition, Negation) else condition
        if isinstance(inner, str) and not isinstance(inner, ColumnRef):
            found |= _PARTS - {inner} if isinstance(condition, Negation) else {inner}
    return found


def _kept(axis: AxisPlan, kept: Flags) -> AxisPlan:
    """An axis with some of its labels."""
    place = [0, *np.cumsum(kept).tolist()]  # of what stands before each cell, and at the end
    groups = (Group(group.text, place[group.first], place[group.end]) for group in axis.groups)
    ticks = (tick for tick in axis.ticks if kept[int(tick.at)])
    return replace(
        axis,
        keys=tuple(key for key, here in zip(axis.keys, kept.tolist(), strict=True) if here),
        ticks=tuple(replace(tick, at=place[int(tick.at)] + tick.at % 1) for tick in ticks),
        groups=tuple(group for group in groups if group.first < group.end),
        gaps=tuple(sorted({place[gap] for gap in axis.gaps} - {0, place[-1]})),
    )
