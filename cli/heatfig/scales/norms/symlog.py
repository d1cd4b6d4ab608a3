"""Even steps per factor on both sides of zero, linear about it; the formula is that of matplotlib's SymLogNorm."""

import math
from collections.abc import Iterator
from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.norms.interpolate import interpolate
from heatfig.scales.norms.log import power
from heatfig.scales.ticks import Fits, Scores, best, linear_ticks

_LINEAR_PART = 10 / 9  # of a decade: how long the linear part is on either side, for base 10


@dataclass(frozen=True)
class SymLog(Even):
    """Linear between -threshold and threshold, equal steps per factor beyond."""

    min: float
    max: float
    threshold: float
    kind: Literal["symlog"] = "symlog"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        low, high = self._bent(np.array([self.min, self.max])).tolist()
        return interpolate(self._bent(scores), low, high)

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        low, high = self._bent(np.array([self.min, self.max])).tolist()
        bent = low + position * (high - low)
        exponents = np.abs(bent) - _LINEAR_PART
        with np.errstate(over="ignore"):
            beyond = self.threshold * 10**exponents
        beyond = np.where(np.isinf(beyond), 10 ** (exponents + np.log10(self.threshold)), beyond)
        inside = np.abs(bent) <= _LINEAR_PART
        return np.asarray(np.where(inside, bent * self.threshold / _LINEAR_PART, np.sign(bent) * beyond), np.float64)

    def _bent(self, scores: Floats) -> Floats:
        """Scores in decades from zero."""
        with np.errstate(divide="ignore", over="ignore"):
            size = np.abs(scores) / self.threshold
            logs = np.where(np.isinf(size), np.log10(np.abs(scores)) - np.log10(self.threshold), np.log10(size))
            decades = _LINEAR_PART + logs
        return np.asarray(
            np.sign(scores) * np.where(size <= 1, np.minimum(size, 1) * _LINEAR_PART, decades), np.float64
        )

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets of zero and every nth decade beyond the threshold, best first; else what an even scale has."""
        marks = tuple(sorted({self.min, self.max}))
        found = best(filter(fits, self._tick_sets()), marks) or best(
            filter(fits, linear_ticks(self.min, self.max)), marks
        )
        return found or [ticks for ticks in (marks,) if fits(ticks)]

    def _tick_sets(self) -> Iterator[Scores]:
        first = math.ceil(math.log10(self.threshold) - 1e-9)
        last = math.floor(math.log10(max(abs(self.min), abs(self.max), self.threshold)) + 1e-9)
        for step in range(1, max(2, last - first + 1)):
            decades = [power(exponent) for exponent in range(last, first - 1, -step)]
            signed = sorted({0.0, *decades, *(-decade for decade in decades)})
            yield tuple(score for score in signed if self.min <= score <= self.max)
