"""Numbers along an axis that are told by where they stand on a scale of their own."""

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

Numbers = tuple[float | None, ...]


@dataclass(frozen=True)
class OnScale:
    """A scale that runs from `low` to `high`, and is so many points long if anybody says."""

    low: float
    high: float
    ticks: tuple[float, ...]
    tick_labels: tuple[Text, ...]
    label: Text
    thickness: float | None


@dataclass(frozen=True)
class Scaled(OnScale):
    """For each label a value, None where there is none.

    `spreads` say how far a stroke reaches to either side of each value.
    """

    values: Numbers
    spreads: Numbers
    color: RGB
