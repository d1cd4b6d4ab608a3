"""Numbers put together by groups."""

from typing import Literal, assert_never

import numpy as np

from heatfig.data.columns.arrays import Codes, Floats, first_rows

Combined = Literal["sum", "min", "max", "median"]


def aggregated(groups: Codes, count: int, values: Floats | Codes, aggregate: Combined) -> Floats:
    """The aggregate of the values in each of `count` groups, none of which is empty: a sum, min, max or median."""
    match aggregate:
        case "sum":
            return np.bincount(groups, values, count).astype(np.float64, copy=False)
        case "min":
            least = np.full(count, np.inf)
            np.fmin.at(least, groups, values)  # NaN, which stands alone in its group, takes no part
            return least
        case "max":
            return -aggregated(groups, count, -values, "min")
        case "median":
            return _medians(groups, count, values)
        case _:
            assert_never(aggregate)


def _medians(groups: Codes, count: int, values: Floats | Codes) -> Floats:
    """The middle value of each group, or the mean of the two."""
    ranked = values[np.lexsort((values, groups))]
    sizes = np.bincount(groups, minlength=count)
    first = np.cumsum(sizes) - sizes
    return np.asarray((ranked[first + (sizes - 1) // 2] + ranked[first + sizes // 2]) / 2, np.float64)


def numbered(codes: Codes, count: int) -> tuple[Codes, Codes]:
    """Codes below `count` as numbers without gaps, by first appearance, and where each appears first."""
    if count > max(2 * len(codes), 1_000_000):  # a table of all that might be would not pay
        _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
        order = np.argsort(first)
        return np.argsort(order)[inverse], first[order]
    first = first_rows(codes, count)
    present = np.flatnonzero(first < len(codes))
    present = present[np.argsort(first[present])]
    number = np.empty(count, np.int64)
    number[present] = np.arange(len(present))
    return number[codes], first[present]
