"""A colorbar's ticks with their labels measured, and how long a bar must be for them."""

from functools import cached_property
from itertools import pairwise

import numpy as np

from heatfig.layout.style import Style
from heatfig.layout.texts.block import Block, block
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.guides.colorbar import Ticks
from heatfig.runtime.deferred import dataclass
from heatfig.scales.norms import Norm

STROKES_APART = 1.5


@dataclass(frozen=True)
class BarTicks:
    """The ticks of a bar; positions run from 0 at its lower end to 1."""

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
        clear = self.style.clearance * (1 if self.upright else 3)
        found = 0.0
        for (p, one), (q, other) in pairwise(zip(self.spots, self.labels, strict=True)):
            found = max(found, ((self._along(one) + self._along(other)) / 2 + clear) / max(q - p, 1e-9))
        return found

    def strokes(self, length: float) -> tuple[float, ...]:
        """The positions of minor ticks, if that distance from limit to limit has room for them."""
        spots = sorted({*self.spots, *self.minor})
        close = min((other - one for one, other in pairwise(spots)), default=0.0)
        return self.minor if close * length >= STROKES_APART else ()

    def _along(self, label: Block) -> float:
        return label.height if self.upright else label.width


def bar_ticks(face: Typeface, norm: Norm, ticks: Ticks, upright: bool, style: Style) -> BarTicks:
    """Measure a colorbar's ticks."""
    labels = tuple(block(face, text, style.base) for text in ticks.labels)
    return BarTicks(labels, _spots(norm, ticks.scores), _spots(norm, ticks.minor), upright, style)


def _spots(norm: Norm, scores: tuple[float, ...]) -> tuple[float, ...]:
    found = norm.position(np.array(scores, np.float64))
    return tuple(min(1.0, max(0.0, float(position))) for position in found)
