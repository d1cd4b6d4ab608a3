"""Scores that have colours of their own, and even steps between them."""

from typing import Literal

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms.even import Even
from heatfig.scales.norms.steps import spread
from heatfig.scales.ticks import Fits, Scores, best, linear_ticks


@dataclass(frozen=True)
class Anchored(Even):
    """Equal parts of the colours between each two of the `anchors`; the colorbar is even in scores."""

    min: float
    max: float
    anchors: tuple[float, ...]
    kind: Literal["anchored"] = "anchored"

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        return spread(scores, self.anchors)

    def tick_choices(self, fits: Fits) -> list[Scores]:
        """Sets of round scores, best first, and the anchors themselves where none are."""
        found = best(filter(fits, linear_ticks(self.min, self.max)), self.anchors)
        return found or [ticks for ticks in (self.anchors,) if fits(ticks)]
