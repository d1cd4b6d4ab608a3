"""Places along a line, moved as little as can be until their neighbours stand clear of each other."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], steps: Sequence[float], least: float, most: float) -> list[float]:
    """Places that are at least `steps` apart one after the other and as near the wanted ones as can be.

    They lie between `least` and `most` where there is room for all of them, else as far beyond one as the other.
    """
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    low, high = least, most - offsets[-1]
    if low > high:
        low = high = (low + high) / 2
    pooled = _rising([place - offset for place, offset in zip(wanted, offsets, strict=True)])
    return [min(max(place, low), high) + offset for place, offset in zip(pooled, offsets, strict=True)]


def _rising(numbers: Sequence[float]) -> list[float]:
    """The numbers nearest to these of which none is lower than the one before: means of those that were not so."""
    pools: list[tuple[float, int]] = []  # of each the mean, and of how many
    for number in numbers:
        pools.append((number, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, several), (other, more) = pools.pop(-2), pools.pop()
            pools.append(((one * several + other * more) / (several + more), several + more))
    return [mean for mean, count in pools for _ in range(count)]
