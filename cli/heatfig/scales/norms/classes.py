"""Categories: each score is the place of one."""

from typing import Literal

import numpy as np

from heatfig.runtime.arrays import Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import formatted
from heatfig.scales.ticks import Fits, Scores


@dataclass(frozen=True)
class Classes:
    """So many categories, whose places from 0 on are the scores; each has a colour of its own."""

    count: int
    kind: Literal["classes"] = "classes"

    @property
    def min(self) -> float:
        """The first."""
        return 0.0

    @property
    def max(self) -> float:
        """The last."""
        return float(self.count - 1)

    def fraction(self, scores: Floats) -> Floats:
        """The colour coordinate of each score."""
        return np.asarray(scores / max(1, self.count - 1), np.float64)

    def position(self, scores: Floats) -> Floats:
        """The middle of each, if they stood side by side."""
        return np.asarray((scores + 0.5) / self.count, np.float64)

    def score_at(self, position: Floats) -> Floats:
        """Which of them has that position."""
        return np.clip(np.floor(position * self.count), 0, self.max)

    def tick_choices(self, _: Fits) -> list[Scores]:
        """All of them."""
        return [tuple(map(float, range(self.count)))]

    def minor_ticks(self, _: Scores) -> Scores:
        """None."""
        return ()

    def tick_texts(self, ticks: Scores) -> tuple[str, ...]:
        """Their places."""
        return tuple(formatted(tick, None) for tick in ticks)
