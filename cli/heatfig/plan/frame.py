"""A line around cells."""

from typing import Literal

from heatfig.plan.text import Stroke
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Frame:
    """A line around the grid, or around each of the blocks into which wider gaps part it."""

    around: Literal["grid", "blocks"]
    stroke: Stroke
