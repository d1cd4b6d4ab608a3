"""Lines along an axis."""

from typing import Literal

from heatfig.plan.tracks.scaled import Scaled
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class LineTrack(Scaled):
    """A line through the values of all labels, broken where there is none."""

    kind: Literal["line"] = "line"
