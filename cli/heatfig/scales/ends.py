"""Ticks at the ends of a range: round scores that hold them, even parts of it, or others moved out of the way."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from heatfig.scales.ticks import Scores

PARTS = (6, 5, 4, 3, 2)
ROUND = {1, 15, 2, 25, 3, 4, 5, 6, 75, 8}  # what steps are that people count by, times a power of ten


def holding(sets: Sequence[Scores], ends: Scores) -> list[Scores]:
    """The sets of ticks that hold the ends of a range."""
    return [ticks for ticks in sets if all(_at(end, ticks) for end in ends)]


def divided(low: float, high: float) -> Iterator[Scores]:
    """Even parts of a range by round steps, most first; they hold 0 where the range does."""
    first, last = Decimal(repr(low)), Decimal(repr(high))
    for parts in PARTS:
        step = (last - first) / parts
        ticks = tuple(float(first + step * number) for number in range(parts + 1))
        if int("".join(map(str, step.normalize().as_tuple().digits))) in ROUND and (not low < 0 < high or 0.0 in ticks):
            yield ticks


def added(ticks: Scores, ends: Scores, near: float) -> Scores:
    """The ticks with the ends of a range, and without those that are nearer to one."""
    apart = (tick for tick in ticks if all(abs(tick - end) >= near for end in ends))
    return tuple(sorted({*apart, *ends}))


def _at(end: float, ticks: Scores) -> bool:
    return any(abs(tick - end) <= 1e-9 * max(1.0, abs(end)) for tick in ticks)
