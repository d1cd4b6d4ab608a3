"""A figure in words, for those who do not see it."""

from collections.abc import Iterable

import numpy as np

from heatfig.layout.scene import Image, Item
from heatfig.plan.figure import FigurePlan, PanelPlan
from heatfig.scales.number_format import formatted


def describe(plan: FigurePlan, items: Iterable[Item]) -> str:
    """One sentence a panel: its size, its axes, where its scores run and how many are missing.

    Last, how many pixels show means where cells are smaller than pixels.
    """
    means = [item.pixels.shape for item in items if isinstance(item, Image) and item.means]
    said = [f"Each of {high} by {wide} pixels shows the mean of the scores that it covers." for high, wide, _ in means]
    return " ".join([*(_panel(panel) for panel in plan.panels), *dict.fromkeys(said)])


def _panel(panel: PanelPlan) -> str:
    extent = panel.grid.extent
    rows, columns, _ = panel.grid.scores.shape
    named = f"{panel.title.content}: heatmap" if panel.title else "Heatmap"
    axes = f"{rows} rows{_of(panel.y.label.content)} by {columns} columns{_of(panel.x.label.content)}"
    split = f", each cell split into {', '.join(panel.parts)}" if panel.parts != ("",) else ""
    low, high = (_where(panel, at) for at in (extent.low_at, extent.high_at))
    lacking = f" {extent.missing} of {panel.grid.scores.size} scores are missing." if extent.missing else ""
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
