"""What the kinds of norms have in common."""

from typing import Protocol

from heatfig.runtime.arrays import Floats
from heatfig.scales.ticks import Fits, Scores


class NormKind(Protocol):
    """Scores → colour coordinates: 0 to 1 between the limits, below and above that outside of them."""

    @property
    def min(self) -> float:
        """The score of the first colour."""

    @property
    def max(self) -> float:
        """The score of the last colour."""

    def fraction(self, scores: Floats, /) -> Floats:
        """The colour coordinate of each score."""

    def position(self, scores: Floats, /) -> Floats:
        """The place of each score along the colorbar, 0 at its lower end."""

    def score_at(self, position: Floats, /) -> Floats:
        """The score at each place along the colorbar."""

    def tick_choices(self, fits: Fits, /) -> list[Scores]:
        """Sets of round scores inside the limits, best first, each of fewer scores than the one before it."""

    def minor_ticks(self, ticks: Scores, /) -> Scores:
        """Scores with a short stroke between those ticks."""

    def tick_texts(self, ticks: Scores, /) -> tuple[str, ...]:
        """What is written at the ticks without a number format."""
