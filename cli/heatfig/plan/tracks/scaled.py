"""Numbers along an axis that are told by where they stand on a scale of their own."""

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Scaled:
    """For each label a value, None where there is none, on a scale that runs from `low` to `high`.

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
