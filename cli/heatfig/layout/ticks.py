"""A colorbar's ticks with their labels measured, and how long a bar must be for them."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from heatfig.layout.block import Block, block
from heatfig.layout.style import Style
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import ColorbarPlan, Side, Ticks

COMFORT = 1.5  # from label to label, in heights of a label or, where they stand side by side, in widths
STROKES_APART = 1.5


@dataclass(frozen=True)
class TickBlocks:
    """One choice of ticks; positions run from 0 at the bar's lower end to 1."""

    labels: tuple[Block, ...]
    spots: tuple[float, ...]
    minor: tuple[float, ...]
    upright: bool
    style: Style

    @cached_property
    def across(self) -> float:
        """How far the labels reach out."""
        return max((label.width if self.upright else label.height for label in self.labels), default=0.0)

    @cached_property
    def half(self) -> float:
        """How far a label at the end of a bar sticks out past it."""
        return max(map(self._along, self.labels), default=0.0) / 2

    @cached_property
    def least(self) -> float:
        """The distance from limit to limit below which labels would meet."""
        return self._longest(0.0)

    @cached_property
    def comfortable(self) -> float:
        """The distance from limit to limit from which on labels stand with ease."""
        return self._longest(COMFORT)

    def strokes(self, length: float) -> tuple[float, ...]:
        """The positions of minor ticks, if that distance from limit to limit has room for them."""
        spots = sorted({*self.spots, *self.minor})
        close = min((other - one for one, other in pairwise(spots)), default=0.0)
        return self.minor if close * length >= STROKES_APART else ()

    def _longest(self, comfort: float) -> float:
        clear = self.style.clearance * (1 if self.upright else 3)
        found = 0.0
        for (p, one), (q, other) in pairwise(zip(self.spots, self.labels, strict=True)):
            mean = (self._along(one) + self._along(other)) / 2
            found = max(found, max(mean + clear, comfort * max(mean, self.style.base)) / max(q - p, 1e-9))
        return found

    def _along(self, label: Block) -> float:
        return label.height if self.upright else label.width


def tick_blocks(face: Typeface, plan: ColorbarPlan, ticks: Ticks, style: Style) -> TickBlocks:
    """Measure one of a colorbar's choices of ticks."""
    labels = tuple(block(face, text, style.base) for text in ticks.labels)
    return TickBlocks(labels, _spots(plan, ticks.scores), _spots(plan, ticks.minor), upright(plan.side), style)


def upright(side: Side) -> bool:
    """Whether a colorbar at that side stands rather than lies."""
    return side in {"left", "right"}


def _spots(plan: ColorbarPlan, scores: tuple[float, ...]) -> tuple[float, ...]:
    found = plan.norm.position(np.array(scores, np.float64))
    return tuple(min(1.0, max(0.0, float(position))) for position in found)
