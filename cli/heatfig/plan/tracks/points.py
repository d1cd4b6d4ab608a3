"""Points along an axis."""

from dataclasses import dataclass
from typing import Literal

from heatfig.plan.tracks.scaled import Scaled


@dataclass(frozen=True)
class Points(Scaled):
    """For each label a point at its value."""

    kind: Literal["points"] = "points"
