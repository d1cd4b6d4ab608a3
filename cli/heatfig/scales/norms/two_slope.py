"""Even steps on either side of a center; the formula is that of matplotlib's TwoSlopeNorm."""

from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.norms.interpolate import interpolate
from heatfig.scales.ticks import Fits, Scores, best, even_texts, linear_ticks

MOST_OF_A_SLOPE = 5


@dataclass(frozen=True)
class TwoSlope(Even):
    """Linear on each side of `center`, which takes the middle colour; the slopes may differ."""

    min: float
    center: float
    max: float
    kind: Literal["two-slope"] = "two-slope"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        low = interpolate(scores, self.min, self.center) / 2
        high = 0.5 + interpolate(scores, self.center, self.max) / 2
        return np.where(scores < self.center, low, np.where(scores == self.center, 0.5, high))

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar, the center in its middle."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        low = self.min + 2 * position * (self.center - self.min)
        high = self.center + (2 * position - 1) * (self.max - self.center)
        return np.where(position < 0.5, low, high)

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets with about as many round scores on either side of the center, which has one."""
        sides = [self._of_a_slope(*limits, fits) for limits in ((self.min, self.center), (self.center, self.max))]
        if not all(sides):
            return [ticks for ticks in ((self.min, self.center, self.max),) if fits(ticks)]
        found: dict[Scores, None] = {}
        for most in range(MOST_OF_A_SLOPE, 1, -1):
            below, above = (next((ticks for ticks in side if len(ticks) <= most), side[-1]) for side in sides)
            found[tuple(sorted({*below, *above}))] = None
        return list(found)

    def _of_a_slope(self, low: float, high: float, fits: Fits) -> list[Scores]:
        """Scores on one side of the center, none of them much nearer to it than to each other, and the center."""
        if low == high:
            return [ticks for ticks in ((self.center,),) if fits(ticks)]
        found = []
        for ticks in linear_ticks(low, high):
            apart = (high - low) / len(ticks) / 2
            found.append(tuple(sorted({self.center, *(tick for tick in ticks if abs(tick - self.center) > apart)})))
        return best(filter(fits, found), (low, high), MOST_OF_A_SLOPE)

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Each tick with as many decimals as all on its side need."""
        below = sum(tick < self.center for tick in ticks)
        return (*even_texts(ticks[:below]), *even_texts(ticks[below:]))
