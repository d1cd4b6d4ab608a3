"""Bars along an axis."""

from dataclasses import dataclass
from typing import Literal

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class Bars:
    """For each label a bar from 0 to its value, None where there is none; its scale runs from `low` to `high`.

    `spreads` say how far a stroke reaches to either side of each value.
    """

    values: tuple[float | None, ...]
    spreads: tuple[float | None, ...]
    low: float
    high: float
    ticks: tuple[float, ...]
    tick_labels: tuple[Text, ...]
    label: Text
    color: RGB
    kind: Literal["bars"] = "bars"
