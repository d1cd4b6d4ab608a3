"""Violins along an axis."""

from typing import Literal

from heatfig.plan.tracks.scaled import OnScale
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Violin:
    """Numbers from the lowest to the highest, and how wide it is at each, 1 where it is widest."""

    at: tuple[float, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Violins(OnScale):
    """For each label a violin, None where there is no number."""

    violins: tuple[Violin | None, ...]
    color: RGB
    kind: Literal["violin"] = "violin"
