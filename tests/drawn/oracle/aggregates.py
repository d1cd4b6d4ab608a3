"""What several numbers become, by numpy, Python's statistics and scipy."""

import statistics
from collections.abc import Sequence

import numpy as np
from scipy import stats


def together(numbers: Sequence[float], using: str) -> float:
    """One number for several."""
    match using:
        case "mean" | "median" | "sum" | "min" | "max":
            return float(getattr(np, using)(numbers))
        case "count":
            return float(len(numbers))
        case "first":
            return numbers[0]
    raise AssertionError(f"no way to aggregate: {using}")


def apart(numbers: Sequence[float], using: str) -> float | None:
    """How far numbers lie apart, None for a single one."""
    if len(numbers) < 2:
        return None
    if using == "iqr":
        return float(np.subtract(*np.percentile(numbers, [75, 25])))
    std, count = statistics.stdev(numbers), len(numbers)
    match using:
        case "std":
            return std
        case "sem":
            return float(std / np.sqrt(count))
        case "ci95":
            return float(std / np.sqrt(count) * stats.t.ppf(0.975, count - 1))
    raise AssertionError(f"no spread: {using}")


def moved(numbers: Sequence[float], using: str) -> list[float | None]:
    """Numbers by what those around them are, if they can be."""
    held = np.array(numbers)
    if (using in {"zscore", "minmax"} and len(set(numbers)) == 1) or (using in {"share", "unit"} and not held.any()):
        return [None] * len(numbers)
    match using:
        case "share":
            found = held / held.sum()
        case "unit":
            found = held / np.sqrt((held**2).sum())
        case "zscore":
            found = (held - held.mean()) / held.std(ddof=1)
        case "minmax":
            found = (held - held.min()) / (held.max() - held.min())
        case "center":
            found = held - held.mean()
        case "rank":
            found = stats.rankdata(held)
        case _:
            raise AssertionError(f"no way to normalize: {using}")
    return [float(each) for each in found]
