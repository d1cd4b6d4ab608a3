"""Classes of one colour each; as matplotlib's BoundaryNorm, the first and last class have the end colours."""

import math
from itertools import pairwise
from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.steps import spread
from heatfig.scales.number_format import for_people
from heatfig.scales.ticks import Fits, Scores, even_texts

LONGEST = 8  # characters that an edge may have as it is
ROUNDING = 1e-12  # of the range: what lies so little below an edge lies on it but for the rounding of floats


@dataclass(frozen=True)
class Stepped:
    """Classes between `edges`, a score at an edge in the one above; along the colorbar all are equally long.

    `ticks` are the edges that have one: all, and where the range is known its ends, too.
    """

    min: float
    max: float
    edges: tuple[float, ...]
    ticks: tuple[float, ...]
    kind: Literal["stepped"] = "stepped"

    @property
    def classes(self) -> int:
        """How many there are."""
        return len(self.edges) + 1

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score: that of its class."""
        edges = np.array(self.edges) - ROUNDING * (self.max - self.min)
        found = np.searchsorted(edges, scores, side="right") / max(1, self.classes - 1)
        return np.where(np.isnan(scores), np.nan, found)

    def position(self, scores: Floats) -> Floats:
        """The place of each score along the colorbar."""
        return spread(scores, (self.min, *self.edges, self.max))

    def score_at(self, position: Floats) -> Floats:
        """The score at each place along the colorbar."""
        points = (self.min, *self.edges, self.max)
        return np.interp(position, np.linspace(0, 1, len(points)), points)

    @property
    def middles(self) -> Scores:
        """The score in the middle of each class, as it stands along the colorbar."""
        return tuple((low + high) / 2 for low, high in pairwise((self.min, *self.edges, self.max)))

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """The edges, or every nth of them."""
        choices = [self.ticks[(len(self.ticks) - 1) % step // 2 :: step] for step in range(1, len(self.ticks))]
        return [ticks for ticks in choices or [self.ticks] if fits(ticks)]

    def minor_ticks(self, _: Scores) -> Scores:
        """None."""
        return ()

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Each edge as short as it can be where they are uneven, else with as many decimals as all need.

        Those of many digits, as equal parts of a range of scores have, are rounded to a hundredth of the least step.
        """
        steps, plain, alike = np.diff(ticks), tuple(for_people(tick, None) for tick in ticks), even_texts(ticks)
        even = np.allclose(steps, steps[:1]) and (len(ticks) > 2 or _longest(alike) <= _longest(plain) + 1)
        texts = alike if even else plain
        if len(ticks) < 2 or _longest(texts) <= LONGEST:
            return texts
        decimals = max(0, math.ceil(-math.log10(0.02 * steps.min())))
        return tuple(for_people(tick, f".{decimals}f") for tick in ticks)


def _longest(texts: tuple[str, ...]) -> int:
    return max(map(len, texts))
