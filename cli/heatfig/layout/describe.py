"""A figure in words, for those who do not see it."""

import numpy as np

from heatfig.number_format import formatted
from heatfig.plan import FigurePlan, PanelPlan


def describe(plan: FigurePlan) -> str:
    """One sentence a panel: its size, its axes, where its scores run and how many are missing."""
    return " ".join(_panel(panel) for panel in plan.panels)


def _panel(panel: PanelPlan) -> str:
    grid = panel.grid.scores
    rows, columns, _ = grid.shape
    named = f"{panel.title.content}: heatmap" if panel.title else "Heatmap"
    axes = f"{rows} rows{_of(panel.y.label.content)} by {columns} columns{_of(panel.x.label.content)}"
    split = f", each cell split into {', '.join(panel.parts)}" if panel.parts != ("",) else ""
    low, high = _where(panel, int(np.nanargmin(grid))), _where(panel, int(np.nanargmax(grid)))
    missing = int(np.isnan(grid).sum())
    lacking = f" {missing} of {grid.size} scores are missing." if missing else ""
    return f"{named} of {axes}{split}. Scores run from {low} to {high}.{lacking}"


def _of(label: str) -> str:
    return f" ({label})" if label else ""


def _where(panel: PanelPlan, flat: int) -> str:
    row, column, part = np.unravel_index(flat, panel.grid.scores.shape)
    score = float(panel.grid.scores[row, column, part])
    named = f", {panel.parts[part]}" if panel.parts != ("",) else ""
    try:
        shown = formatted(score, panel.score_format)
    except ValueError:
        shown = formatted(score, None)
    return f"{shown} ({panel.y.labels[row]}, {panel.x.labels[column]}{named})"
