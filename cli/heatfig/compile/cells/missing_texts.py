"""Texts in cells that have no score."""

import numpy as np

from heatfig.compile.cells.grounds import Grounds
from heatfig.compile.view import View
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.panel import PanelPlan


def missing_texts(view: View, plan: PanelPlan, grounds: Grounds) -> list[CellTexts]:
    """The texts that the spec puts into missing cells, black or white as reads better, if it has any."""
    spec = view.settings.missing
    in_spec = enumerate((spec.text, *(kind.text for kind in spec.tokens.values())))
    found = [(text, plan.grid.kinds == number) for number, text in in_spec if text]
    if not any(cells.any() for _, cells in found):
        return []
    texts = np.full(plan.grid.kinds.shape, "", object)
    for text, cells in found:
        texts[cells] = text
    return [CellTexts(texts, np.zeros(texts.shape, np.bool_), grounds.inks())]
