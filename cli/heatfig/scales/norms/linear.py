"""Even steps."""

from typing import Literal

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.norms.interpolate import interpolate


@dataclass(frozen=True)
class Linear(Even):
    """Equal steps from min to max; a range of one point maps to the middle colour."""

    min: float
    max: float
    kind: Literal["linear"] = "linear"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        return interpolate(scores, self.min, self.max)
