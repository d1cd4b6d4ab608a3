"""A figure in words, for those who do not see it."""

from collections.abc import Iterable

import numpy as np

from heatfig.layout.grid.names import plain, score_text
from heatfig.layout.scene.items import Image, Item
from heatfig.plan.figure import FigurePlan
from heatfig.plan.panel import PanelPlan
from heatfig.plan.shapes import Shapes
from heatfig.plan.text import Text
from heatfig.scales.number_format import formatted


def figure_name(plan: FigurePlan) -> str:
    """The figure's title, or those of its panels."""
    titles = [plain(panel.title) for panel in plan.panels if panel.title]
    return plain(plan.title) or ", ".join(titles) or "Heatmap"


def describe(plan: FigurePlan, items: Iterable[Item]) -> str:
    """One sentence a panel: its size, its axes, where its scores run and how many are missing.

    Last, how many pixels show means where cells are smaller than pixels.
    """
    means = [(item.pixels.shape, item.role.panel) for item in items if isinstance(item, Image) and item.means]
    sentences = [
        f"Each of {high} by {wide} pixels shows {_pixel(plan.panels[panel or 0])} that it covers."
        for (high, wide, _), panel in means
    ]
    return " ".join([*(_panel(panel) for panel in plan.panels), *dict.fromkeys(sentences)])


def _pixel(panel: PanelPlan) -> str:
    """What a pixel shows of several cells."""
    return "one of the cells" if panel.value.categories else "the mean of the scores"


def _panel(panel: PanelPlan) -> str:
    extent = panel.grid.extent
    rows, columns, _ = panel.grid.scores.shape
    named = f"{plain(panel.title)}: heatmap" if panel.title else "Heatmap"
    axes = f"{rows} rows{_of(panel.y.label)} by {columns} columns{_of(panel.x.label)}"
    split = f", each cell split into {', '.join(panel.parts)}" if panel.split else ""
    cells = panel.grid.scores.size - panel.grid.hidden
    lacking = f" {extent.missing} of {cells} scores are missing." if extent.missing else ""
    hidden = f" {panel.grid.hidden} cells are not shown." if panel.grid.hidden else ""
    return f"{named} of {axes}{split}. {_shown(panel)}{lacking}{hidden}{_layers(panel)}"


def _shown(panel: PanelPlan) -> str:
    """From where to where scores run, or how many cells hold each text."""
    scores, texts = panel.grid.scores, panel.value.categories
    if texts:
        return f"Cells hold {', '.join(f'{texts[code]} ({int((scores == code).sum())})' for code in panel.grid.codes)}."
    low, high = (_where(panel, at) for at in (panel.grid.extent.low_at, panel.grid.extent.high_at))
    return f"Scores run from {low} to {high}."


def _layers(panel: PanelPlan) -> str:
    """What shapes tell by their size, and what is drawn over the cells."""
    over = (f" Over them stands {layer.value.name or 'a score'}.{_sizes(layer.shapes)}" for layer in panel.layers)
    return _sizes(panel.shapes) + "".join(over)


def _sizes(shapes: Shapes | None) -> str:
    if shapes is None or shapes.sizes is None:
        return ""
    largest = formatted(float(np.nanmax(shapes.sizes)), shapes.format)
    return f" The area of each {shapes.shape} is in proportion to its {shapes.field}, which reaches {largest}."


def _of(label: Text) -> str:
    return f" ({plain(label)})" if label else ""


def _where(panel: PanelPlan, flat: int) -> str:
    row, column, part = np.unravel_index(flat, panel.grid.scores.shape)
    shown = score_text(panel, float(panel.grid.scores[row, column, part]))
    named = f", {panel.parts[part]}" if panel.split else ""
    return f"{shown} ({panel.y.keys[row]}, {panel.x.keys[column]}{named})"
