"""Points along an axis."""

from typing import Literal

from heatfig.plan.tracks.scaled import Scaled
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Points(Scaled):
    """For each label a point at its value."""

    kind: Literal["points"] = "points"
