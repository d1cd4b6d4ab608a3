"""Round scores that a colorbar may have ticks at."""

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from heatfig.scales.number_format import for_people, steps_format

MOST = 9
ENOUGH, ENOUGH_WHOLE = 5, 4
_STEPS = ("5", "2.5", "2", "1", "0.5", "0.25", "0.2")

Scores = tuple[float, ...]
Fits = Callable[[Scores], bool]


def linear_choices(low: float, high: float, marks: Scores, fits: Fits) -> list[Scores]:
    """Sets of round scores between two limits, best first; the `marks` themselves where there are none."""
    distinct = tuple(sorted(set(marks)))
    return best(filter(fits, linear_ticks(low, high)), distinct) or [ticks for ticks in (distinct,) if fits(ticks)]


def even_texts(ticks: Scores) -> tuple[str, ...]:
    """Each tick with as many decimals as all need."""
    form = steps_format(ticks)
    return tuple(for_people(tick, form) for tick in ticks)


def best(found: Iterable[Scores], marks: Scores, most: int = MOST) -> list[Scores]:
    """The best set first, then the best of those with fewer ticks, and so on.

    At four ticks or more, then at three, and then at two, the best has ticks at the most `marks`, the limits and the
    center; of these the most ticks; of these the shortest numbers.
    """

    def merit(ticks: Scores) -> tuple[int, int, int, int]:
        met = sum(any(math.isclose(mark, tick, rel_tol=1e-12) for tick in ticks) for mark in marks)
        return min(len(ticks), 4), met, len(ticks), -sum(len(repr(tick)) for tick in ticks)

    kept: list[Scores] = []
    for ticks in sorted(found, key=merit, reverse=True):
        if 1 < len(ticks) <= (len(kept[-1]) - 1 if kept else most):
            kept.append(ticks)
    return kept


def linear_ticks(low: float, high: float) -> Iterator[Scores]:
    """Multiples of round steps; none with more decimals than others that are enough."""
    if low == high:
        return
    start, end = Decimal(repr(low)), Decimal(repr(high))
    enough = ENOUGH_WHOLE if low % 1 == high % 1 == 0 else ENOUGH
    least: float = math.inf
    for factor in _STEPS:
        step = Decimal(factor).scaleb((end - start).adjusted())
        ticks, decimals = multiples(start, end, step), max(0, -int(step.as_tuple().exponent))
        if decimals <= least and len(set(ticks)) == len(ticks) > 0:
            least = decimals if len(ticks) >= enough else least
            yield ticks
            yield from _every_nth(ticks, low, high)


def round_scale(low: float, high: float) -> Scores:
    """The ticks of a scale around two limits, at most three steps of the least round size; 0 and 1 where they are 0.

    One number that is not 0 stands between two ticks.
    """
    if low == high == 0:
        return (0.0, 1.0)
    if low == high:
        return round_scale(low - abs(low) / 2, high + abs(high) / 2)
    start, end = Decimal(repr(low)), Decimal(repr(high))
    for factor in reversed(_STEPS):
        step = Decimal(factor).scaleb((end - start).adjusted())
        first = (start / step).to_integral_value(ROUND_FLOOR)
        last = (end / step).to_integral_value(ROUND_CEILING)
        if last - first <= 3:
            break
    return _steps(first, last, step)


def multiples(start: Decimal, end: Decimal, step: Decimal) -> Scores:
    """The multiples of a step between two limits, these among them."""
    slack = (end - start).scaleb(-9)
    first = ((start - slack) / step).to_integral_value(ROUND_CEILING)
    last = ((end + slack) / step).to_integral_value(ROUND_FLOOR)
    return _steps(first, last, step)


def _steps(first: Decimal, last: Decimal, step: Decimal) -> Scores:
    """The multiples of a step from one to another."""
    return tuple(float(number * step) for number in range(int(first), int(last) + 1))


def _every_nth(ticks: Scores, low: float, high: float) -> Iterator[Scores]:
    """Up to four of the ticks, evenly, with both limits and with zero where there is room for it."""
    if len(ticks) > MOST + 1 or (ticks[0], ticks[-1]) != (low, high):
        return
    for step in range(2, len(ticks)):
        fewer = ticks[::step]
        if fewer[-1] == high and len(fewer) <= 4 and (0 in fewer) == (0 in ticks):
            yield fewer
