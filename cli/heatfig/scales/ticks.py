"""Sets of round scores that a colorbar may have ticks at, and the strokes between the decades of a log one."""

import math
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from heatfig.scales.norms import Centered, Log, Norm, TwoSlope

MOST, MOST_OF_A_SLOPE = 9, 5
ENOUGH, ENOUGH_WHOLE = 5, 4
_STEPS = ("5", "2.5", "2", "1", "0.5", "0.25", "0.2")

Scores = tuple[float, ...]
Fits = Callable[[Scores], bool]


def colorbar_ticks(norm: Norm, fits: Fits = lambda _: True) -> list[Scores]:
    """Sets of round scores inside the norm's limits, best first, each of fewer scores than the one before it."""
    marks = tuple(sorted({norm.min, norm.max, *((norm.center,) if isinstance(norm, Centered | TwoSlope) else ())}))
    match norm:
        case TwoSlope():
            found = _two_slopes(norm, fits)
        case Log():
            found = _best(filter(fits, _log_ticks(norm)), marks)
        case _:
            found = _best(filter(fits, _linear_ticks(norm.min, norm.max)), marks)
    return found or [ticks for ticks in (marks,) if fits(ticks)]


def minor_ticks(norm: Norm, ticks: Scores) -> Scores:
    """Between labelled decades of a log norm 2 to 9 times each; the decades themselves where not all have a label."""
    decades = _decades(norm) if isinstance(norm, Log) else range(0)
    if not any(_power(decade) in ticks for decade in decades):
        return ()
    if all(_power(decade) in ticks for decade in decades):
        tried: Iterable[float] = _times(range(1, 10), decades.start - 1, decades.stop)
    else:
        tried = map(_power, decades)
    return tuple(score for score in tried if norm.min <= score <= norm.max and score not in ticks)


def _best(found: Iterable[Scores], marks: Scores, most: int = MOST) -> list[Scores]:
    """The best set first, then the best of those with fewer ticks, and so on.

    At four ticks or more, and then below, the best has ticks at the most `marks`, the limits and the center; of these
    the most ticks; of these the shortest numbers.
    """

    def merit(ticks: Scores) -> tuple[bool, int, int, int]:
        met = sum(any(math.isclose(mark, tick, rel_tol=1e-12) for tick in ticks) for mark in marks)
        return len(ticks) > 3, met, len(ticks), -sum(len(repr(tick)) for tick in ticks)

    kept: list[Scores] = []
    for ticks in sorted(found, key=merit, reverse=True):
        if 1 < len(ticks) <= (len(kept[-1]) - 1 if kept else most):
            kept.append(ticks)
    return kept


def _linear_ticks(low: float, high: float) -> Iterator[Scores]:
    """Multiples of round steps; none with more decimals than others that are enough."""
    if low == high:
        return
    start, end = Decimal(repr(low)), Decimal(repr(high))
    enough = ENOUGH_WHOLE if low % 1 == high % 1 == 0 else ENOUGH
    least: float = math.inf
    for factor in _STEPS:
        step = Decimal(factor).scaleb((end - start).adjusted())
        ticks, decimals = _multiples(start, end, step), max(0, -int(step.as_tuple().exponent))
        if decimals <= least and len(set(ticks)) == len(ticks) > 0:
            least = decimals if len(ticks) >= enough else least
            yield ticks
            yield from _every_nth(ticks, low, high)


def _multiples(start: Decimal, end: Decimal, step: Decimal) -> Scores:
    slack = (end - start).scaleb(-9)
    first = ((start - slack) / step).to_integral_value(ROUND_CEILING)
    last = ((end + slack) / step).to_integral_value(ROUND_FLOOR)
    return tuple(float(number * step) for number in range(int(first), int(last) + 1))


def _every_nth(ticks: Scores, low: float, high: float) -> Iterator[Scores]:
    """Up to four of the ticks, evenly, with both limits and with zero where there is room for it."""
    if len(ticks) > MOST + 1 or (ticks[0], ticks[-1]) != (low, high):
        return
    for step in range(2, len(ticks)):
        fewer = ticks[::step]
        if fewer[-1] == high and len(fewer) <= 4 and (0 in fewer) == (0 in ticks):
            yield fewer


def _two_slopes(norm: TwoSlope, fits: Fits) -> list[Scores]:
    """About as many ticks on either side of the center, which has one."""
    center = norm.center
    sides = [_of_a_slope(*limits, center, fits) for limits in ((norm.min, center), (center, norm.max))]
    if not all(sides):
        return []
    found: dict[Scores, None] = {}
    for most in range(MOST_OF_A_SLOPE, 1, -1):
        below, above = (next((ticks for ticks in side if len(ticks) <= most), side[-1]) for side in sides)
        found[tuple(sorted({*below, *above}))] = None
    return list(found)


def _of_a_slope(low: float, high: float, center: float, fits: Fits) -> list[Scores]:
    """Scores on one side of the center, none of them much nearer to it than to each other, and the center."""
    if low == high:
        return [ticks for ticks in ((center,),) if fits(ticks)]
    found = []
    for ticks in _linear_ticks(low, high):
        apart = (high - low) / len(ticks) / 2
        found.append(tuple(sorted({center, *(tick for tick in ticks if abs(tick - center) > apart)})))
    return _best(filter(fits, found), (low, high), MOST_OF_A_SLOPE)


def _log_ticks(norm: Log) -> Iterator[Scores]:
    """Every nth decade; of one or two decades 1, 2 and 5 times each; of less than one what an even scale has."""
    decades = _decades(norm)
    for step in range(1, len(decades)):
        # Both ends where every nth decade comes to that, else the powers of 10ⁿ, of which 1 is one.
        first = decades.start if (len(decades) - 1) % step == 0 else decades.start + (-decades.start) % step
        yield tuple(map(_power, range(first, decades.stop, step)))
    if len(decades) <= 2:
        tried = _times((1, 2, 5), decades.start - 1, decades.stop)
        yield tuple(score for score in tried if norm.min <= score <= norm.max)
    if norm.max < 10 * norm.min:
        yield from _linear_ticks(norm.min, norm.max)


def _decades(norm: Log) -> range:
    """The exponents of the powers of ten inside the norm's limits."""
    return range(math.ceil(math.log10(norm.min) - 1e-9), math.floor(math.log10(norm.max) + 1e-9) + 1)


def _times(factors: Iterable[int], first: int, last: int) -> Iterator[float]:
    """Multiples of the powers of ten from the first exponent to the last one."""
    return (float(f"{factor}e{exponent}") for exponent in range(first, last + 1) for factor in factors)


def _power(exponent: int) -> float:
    return float(f"1e{exponent}")
