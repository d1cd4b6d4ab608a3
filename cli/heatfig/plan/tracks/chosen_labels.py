"""Labels of some rows or columns."""

from typing import Literal

from heatfig.plan.axis import Tick
from heatfig.plan.text import Stroke
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class ChosenLabels:
    """Labels that may stand away from their cells, with lines to these."""

    labels: tuple[Tick, ...]
    stroke: Stroke
    kind: Literal["chosen-labels"] = "chosen-labels"
