"""The cell size at which a page fills its room."""

from collections.abc import Callable

_EXACT = 1e-9


def largest_size(room: float, needed: Callable[[float], float]) -> float | None:
    """The largest cell size whose page needs no more than `room`, to a billionth of a point; None if there is none.

    What is needed grows along straight lines but for a few bends and leaps, so that a step along the chord is mostly
    there at once, and steps to the middle see to it that the rest ends soon: 3 pages to measure on a straight line,
    where halving alone takes 60, which was a fifth of the time of a figure.
    """
    low, high = 1e-3, room
    over_low, over_high = needed(low) - room, needed(high) - room
    if over_low > 0:
        return None
    if over_high <= 0:
        return high
    for step in range(120):
        if over_low > -_EXACT or high - low < _EXACT:
            break
        share = (over_low + _EXACT / 2) / (over_low - over_high) if step % 2 == 0 else 0.5
        middle = low + share * (high - low)
        over = needed(middle) - room
        if over <= 0:
            low, over_low = middle, over
        else:
            high, over_high = middle, over
    return low
