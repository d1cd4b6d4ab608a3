"""Labels along the diagonal of a triangle, where its mask leaves room for them."""

import numpy as np

from heatfig.compile.view import View
from heatfig.data.columns.arrays import Codes
from heatfig.diagnostics import problem
from heatfig.plan.panel import PanelPlan
from heatfig.plan.tracks.diagonal_labels import DiagonalLabels
from heatfig.runtime.arrays import Flags
from heatfig.scales.sides import Side

_HINT = "mask: [lower, diagonal], or mask: [upper, diagonal]"


def diagonal_labels(view: View, plan: PanelPlan) -> tuple[Side, DiagonalLabels]:
    """The labels of rows and the side towards which there is room; raises Problems where there is none."""
    at, shown = view.at("axes", "y", "side"), plan.shown
    if shown is None:
        raise problem("contradiction", "labels stand at a diagonal only where a mask leaves room", at, _HINT)
    before, behind = (_empty(each) for each in (shown, shown[:, ::-1]))
    rows = [int(tick.at) for tick in plan.y.ticks]
    if not behind[shown.any(axis=1)].any() and (np.diff(before) >= 0).all():
        return "left", DiagonalLabels(tuple(before[rows].tolist()))
    if not before[shown.any(axis=1)].any() and (np.diff(behind) <= 0).all():
        return "right", DiagonalLabels(tuple(behind[rows].tolist()))
    raise problem("contradiction", "the mask leaves no triangle, at whose diagonal labels could stand", at, _HINT)


def _empty(shown: Flags) -> Codes:
    """How many cells of each row come before the first one that is shown; of a row without one all but the last."""
    return np.asarray(np.where(shown.any(axis=1), shown.argmax(axis=1), shown.shape[1] - 1), np.int64)
