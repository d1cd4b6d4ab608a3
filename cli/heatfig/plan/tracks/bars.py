"""Bars along an axis."""

from typing import Literal

from heatfig.plan.tracks.scaled import Scaled
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Bars(Scaled):
    """For each label a bar from 0 to its value."""

    kind: Literal["bars"] = "bars"
