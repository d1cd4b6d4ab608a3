"""Even steps about a center; the formula is that of seaborn's `center`."""

from typing import Literal

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.norms.interpolate import interpolate
from heatfig.scales.ticks import Fits, Scores, linear_choices


@dataclass(frozen=True)
class Centered(Even):
    """Linear about `center`, with equal colour steps on both sides; limits need not be symmetric."""

    min: float
    max: float
    center: float
    kind: Literal["centered"] = "centered"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score: the farther limit takes the end colour."""
        reach = max(self.max - self.center, self.center - self.min)
        return interpolate(scores, self.center - reach, self.center + reach)

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets of round scores, best first."""
        return linear_choices(self.min, self.max, (self.min, self.center, self.max), fits)
