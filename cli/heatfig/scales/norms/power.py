"""A power of even steps; the formula is that of matplotlib's PowerNorm."""

from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.norms.interpolate import interpolate


@dataclass(frozen=True)
class Power(Even):
    """The share of the range to the power of `exponent`: below 1 it spreads low scores, above 1 high ones."""

    min: float
    max: float
    exponent: float
    kind: Literal["power"] = "power"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score; below the range it goes on in even steps."""
        share = interpolate(scores, self.min, self.max)
        with np.errstate(invalid="ignore"):
            return np.where(share < 0, share, np.abs(share) ** self.exponent)

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        return np.asarray(self.min + position ** (1 / self.exponent) * (self.max - self.min), np.float64)
