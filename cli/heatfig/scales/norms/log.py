"""Even steps per factor; the formula is that of matplotlib's LogNorm."""

import math
from collections.abc import Iterable, Iterator
from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.interpolate import interpolate
from heatfig.scales.ticks import Fits, Scores, best, even_texts, linear_ticks


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
        return interpolate(logs, np.log10(self.min), np.log10(self.max))

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        low, high = np.log10(self.min), np.log10(self.max)
        return np.asarray(10 ** (low + position * (high - low)), np.float64)

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets of round scores, best first: every nth decade, of few decades 1, 2 and 5 times each."""
        found = best(filter(fits, self._tick_sets()), (self.min, self.max))
        return found or [ticks for ticks in (tuple(sorted({self.min, self.max})),) if fits(ticks)]

    def _tick_sets(self) -> Iterator[Scores]:
        """Every nth decade; of one or two decades 1, 2 and 5 times each; of less than one what an even scale has."""
        decades = self._decades
        for step in range(1, len(decades)):
            # Both ends where every nth decade comes to that, else the powers of 10ⁿ, of which 1 is one.
            first = decades.start if (len(decades) - 1) % step == 0 else decades.start + (-decades.start) % step
            yield tuple(map(power, range(first, decades.stop, step)))
        if len(decades) <= 2:
            tried = multiples((1, 2, 5), decades.start - 1, decades.stop)
            yield tuple(score for score in tried if self.min <= score <= self.max)
        if self.max < 10 * self.min:
            yield from linear_ticks(self.min, self.max)

    def minor_ticks(self, ticks: Scores) -> Scores:
        """Between labelled decades 2 to 9 times each; the decades themselves where not all have a label."""
        decades = self._decades
        if not any(power(decade) in ticks for decade in decades):
            return ()
        if all(power(decade) in ticks for decade in decades):
            tried: Iterable[float] = multiples(range(1, 10), decades.start - 1, decades.stop)
        else:
            tried = map(power, decades)
        return tuple(score for score in tried if self.min <= score <= self.max and score not in ticks)

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Powers of ten as such, where all ticks are."""
        return power_texts(ticks) or even_texts(ticks)

    @property
    def _decades(self) -> range:
        """The exponents of the powers of ten inside the limits."""
        return range(math.ceil(math.log10(self.min) - 1e-9), math.floor(math.log10(self.max) + 1e-9) + 1)


def multiples(factors: Iterable[int], first: int, last: int) -> Iterator[float]:
    """Multiples of the powers of ten from the first exponent to the last one."""
    return (float(f"{factor}e{exponent}") for exponent in range(first, last + 1) for factor in factors)


def power(exponent: int) -> float:
    """A power of ten."""
    return float(f"1e{exponent}")


def power_texts(ticks: Scores) -> tuple[str, ...]:
    """Ticks that are all powers of ten, written as such; nothing where not all are."""
    if not all(tick > 0 and math.log10(tick).is_integer() for tick in ticks):
        return ()
    return tuple(f"$10^{{{round(math.log10(tick))}}}$" for tick in ticks)
