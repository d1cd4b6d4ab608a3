"""Equal numbers of scores for equal parts of the colours."""

from collections.abc import Iterator
from itertools import chain
from math import floor, log10
from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.number_format import for_people
from heatfig.scales.ticks import Fits, Scores

MOST_TICKS = 5


@dataclass(frozen=True)
class Quantile(Even):
    """By rank: `scores` rise from min to max, and the share of all scores below each stands in `shares`."""

    min: float
    max: float
    scores: tuple[float, ...]
    shares: tuple[float, ...]
    kind: Literal["quantile"] = "quantile"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        found = np.interp(scores, self.scores, self.shares)
        return np.where(scores < self.min, -np.inf, np.where(scores > self.max, np.inf, found))

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return self.fraction(scores)

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        return np.interp(position, self.shares, self.scores)

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Scores at equal shares with few digits, most first."""
        found = []
        for count in range(MOST_TICKS, 1, -1):
            ticks = self._rounded(self.score_at(np.linspace(0, 1, count)).tolist())
            if fits(ticks):
                found.append(ticks)
        return found or [ticks for ticks in ((self.min, self.max),) if fits(ticks)]

    def _rounded(self, ticks: list[float]) -> Scores:
        """The ticks with two digits that count, or as many more as it takes to be inside the limits."""
        tried = (chain.from_iterable(_near(tick, digits) for digits in range(2, 18)) for tick in ticks)
        return tuple(sorted({next(tick for tick in some if self.min <= tick <= self.max) for some in tried}))

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Each tick as short as it can be."""
        return tuple(for_people(tick, None) for tick in ticks)


def _near(tick: float, digits: int) -> Iterator[float]:
    """The number of so many digits that is nearest to a tick, then those beside it."""
    step = 10.0 ** (floor(log10(abs(tick))) - digits + 1) if tick else 0.0
    return (float(f"{float(f'{tick:.{digits}g}') + move * step:.{digits}g}") for move in (0, 1, -1))


def quantile(scores: Floats, low: float, high: float, points: int = 256) -> Quantile:
    """The norm of these scores between two limits."""
    inside = np.sort(np.clip(scores, low, high))
    at = np.quantile(inside, np.linspace(0, 1, points))
    distinct, first, counts = np.unique(at, return_index=True, return_counts=True)
    shares = (first + (counts - 1) / 2) / (points - 1)
    # Of many scores at a limit that has the end colour.
    shares[0], shares[-1] = 0.0, 1.0
    return Quantile(low, high, tuple(np.r_[low, distinct[1:-1], high].tolist()), tuple(shares.tolist()))
