"""Norms: scores → colour coordinates in 0 … 1, every limit a finite number.

`fraction` is what the colormap is asked with; `position` is where a score stands along a colorbar
(0 at its lower end) and `score_at` is the inverse of that. Below 0 and above 1 lies what is
outside the range. The formulas are those of seaborn's `center` (Centered) and of matplotlib's
Normalize, TwoSlopeNorm and LogNorm.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Linear:
    """Equal steps from min to max; a range of one point maps to the middle colour."""

    min: float
    max: float
    kind: Literal["linear"] = "linear"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        return _interpolate(scores, self.min, self.max)

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        return self.min + position * (self.max - self.min)


@dataclass(frozen=True)
class Centered:
    """Linear about `center`, with equal colour steps on both sides; limits need not be symmetric."""

    min: float
    max: float
    center: float
    kind: Literal["centered"] = "centered"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score: the farther limit takes the end colour."""
        reach = max(self.max - self.center, self.center - self.min)
        return _interpolate(scores, self.center - reach, self.center + reach)

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar, which shows min to max only."""
        return _interpolate(scores, self.min, self.max)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        return self.min + position * (self.max - self.min)


@dataclass(frozen=True)
class TwoSlope:
    """Linear on each side of `center`, which takes the middle colour; the slopes may differ."""

    min: float
    center: float
    max: float
    kind: Literal["two-slope"] = "two-slope"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        low = _interpolate(scores, self.min, self.center) / 2
        high = 0.5 + _interpolate(scores, self.center, self.max) / 2
        return np.where(scores < self.center, low, np.where(scores == self.center, 0.5, high))

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar, the center in its middle."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        low = self.min + 2 * position * (self.center - self.min)
        high = self.center + (2 * position - 1) * (self.max - self.center)
        return np.where(position < 0.5, low, high)


@dataclass(frozen=True)
class Log:
    """Equal steps per factor from min to max, both above 0; scores at or below 0 lie below the range."""

    min: float
    max: float
    kind: Literal["log"] = "log"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        with np.errstate(divide="ignore", invalid="ignore"):
            logs = np.where(scores > 0, np.log10(scores), np.where(np.isnan(scores), np.nan, -np.inf))
        return _interpolate(logs, np.log10(self.min), np.log10(self.max))

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        low, high = np.log10(self.min), np.log10(self.max)
        return np.asarray(10 ** (low + position * (high - low)), np.float64)


Norm = Linear | Centered | TwoSlope | Log


def _interpolate(scores: Floats, low: float, high: float) -> Floats:
    if low == high:
        return np.where(scores < low, -np.inf, np.where(scores > high, np.inf, scores * 0 + 0.5))
    with np.errstate(over="ignore"):  # infinity is where such a score belongs: far outside
        return np.asarray((scores - low) / (high - low), np.float64)
