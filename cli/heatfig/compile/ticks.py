"""Ticks of a colorbar: the only place that asks matplotlib's tick locators."""

import math
from collections.abc import Iterator

import numpy as np

from heatfig.norm import Centered, Linear, Log, Norm, TwoSlope

MOST_STEPS = 5
_STEPS = (1, 2, 2.5, 5, 10)
_WHOLE_STEPS = (1, 2, 5, 10)


def colorbar_ticks(norm: Norm) -> Iterator[tuple[float, ...]]:
    """Round scores inside the norm's limits, about five of them; then ever fewer and rounder ones."""
    for most in range(MOST_STEPS, 0, -1):
        for steps in (_STEPS, _WHOLE_STEPS):
            yield _ticks(norm, most, steps)


def _ticks(norm: Norm, most: int, steps: tuple[float, ...]) -> tuple[float, ...]:
    match norm:
        case Log():
            return _log_ticks(norm, most)
        case TwoSlope():
            below = _linear_ticks(norm.min, norm.center, min(most, 3), steps)
            above = _linear_ticks(norm.center, norm.max, min(most, 3), steps)
            return tuple(
                sorted({*(t for t in below if t < norm.center), norm.center, *(t for t in above if t > norm.center)})
            )
        case Linear() | Centered():
            return _linear_ticks(norm.min, norm.max, most, steps)


def _linear_ticks(low: float, high: float, most: int, steps: tuple[float, ...]) -> tuple[float, ...]:
    from matplotlib.ticker import MaxNLocator

    if low == high:
        return (low,)
    slack = (high - low) * 1e-9
    with np.errstate(all="ignore"):  # ranges near the ends of what a float can hold
        found = MaxNLocator(most, steps=list(steps)).tick_values(low, high)
    digits = 12 - math.floor(math.log10(max(abs(low), abs(high))))
    return tuple(round(float(tick), digits) + 0.0 for tick in found if low - slack <= tick <= high + slack)


def _log_ticks(norm: Log, most: int) -> tuple[float, ...]:
    """Decades, thinned to about five; within fewer than two decades 1, 2 and 5 times each."""
    first, last = math.ceil(math.log10(norm.min) - 1e-9), math.floor(math.log10(norm.max) + 1e-9)
    if last - first >= 1:
        step = max(1, math.ceil((last - first) / most))
        return tuple(10.0**exponent for exponent in range(first, last + 1, step))
    low, high = math.floor(math.log10(norm.min)), math.ceil(math.log10(norm.max))
    steps = [times * 10.0**exponent for exponent in range(low, high + 1) for times in (1, 2, 5)]
    inside = tuple(step for step in steps if norm.min * (1 - 1e-9) <= step <= norm.max * (1 + 1e-9))
    return inside or tuple(dict.fromkeys((norm.min, norm.max)))
