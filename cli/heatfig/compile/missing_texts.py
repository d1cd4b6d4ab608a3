"""Texts in cells that have no score."""

import numpy as np

from heatfig.compile.facets import View
from heatfig.compile.grounds import Grounds
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.panel import PanelPlan


def missing_texts(view: View, plan: PanelPlan, grounds: Grounds) -> list[CellTexts]:
    """The texts that the spec puts into missing cells, black or white as reads better, if it has any."""
    asked = view.settings.missing
    texts = np.full(plan.grid.kinds.shape, "", object)
    for number, text in enumerate((asked.text, *(kind.text for kind in asked.tokens.values()))):
        if text:
            texts[plan.grid.kinds == number] = text
    if not texts.any():
        return []
    return [CellTexts(texts, np.zeros(texts.shape, np.bool_), grounds.inks())]
