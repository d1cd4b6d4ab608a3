"""Cells without a score."""

from typing import Literal

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

Hatch = Literal["none", "rising", "falling", "crossed", "level", "upright"]


@dataclass(frozen=True)
class MissingStyle:
    """How cells of one kind of missing are drawn."""

    label: Text
    color: RGB
    hatch: Hatch
