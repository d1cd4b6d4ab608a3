"""Box plots along an axis."""

from typing import Literal

from heatfig.plan.tracks.scaled import OnScale
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Box:
    """The quartiles of numbers, the farthest ones that whiskers reach, and those beyond."""

    low: float
    first: float
    median: float
    third: float
    high: float
    beyond: tuple[float, ...]


@dataclass(frozen=True)
class Boxes(OnScale):
    """For each label a box, None where there is no number."""

    boxes: tuple[Box | None, ...]
    color: RGB
    kind: Literal["box"] = "box"
