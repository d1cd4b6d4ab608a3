"""Cells without a score."""

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Hatch


@dataclass(frozen=True)
class MissingStyle:
    """How cells of one kind of missing are drawn."""

    label: Text
    color: RGB
    hatch: Hatch
