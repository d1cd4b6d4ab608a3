"""Texts in cells that have no score."""

import numpy as np

from heatfig.compile.facets import View
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.panel import PanelPlan
from heatfig.scales.colors import black_or_white, black_reads_better


def missing_texts(view: View, plan: PanelPlan, scale: ColorScale) -> list[CellTexts]:
    """The texts that the spec puts into missing cells, black or white as reads better, if it has any."""
    asked = view.settings.missing
    texts = np.full(plan.grid.kinds.shape, "", object)
    for number, text in enumerate((asked.text, *(kind.text for kind in asked.tokens.values()))):
        if text:
            texts[plan.grid.kinds == number] = text
    if not texts.any():
        return []
    colors = black_or_white(black_reads_better(plan.cell_colors(scale)))
    return [CellTexts(texts, np.zeros(texts.shape, np.bool_), colors)]
