"""What the scores of one cell, or one group of rows, become together."""

from typing import assert_never

import numpy as np

from heatfig.data.columns.arrays import Codes, Floats
from heatfig.data.columns.groupby import aggregated
from heatfig.scales.words import Using


def aggregate_of(groups: Codes, count: int, values: Floats, weights: Codes, using: Using) -> Floats:
    """The aggregate of the values of `count` groups, none empty; one of weight n is the sum (for a mean) of n."""
    match using:
        case "mean":
            return aggregated(groups, count, values, "sum") / aggregated(groups, count, weights, "sum")
        case "count":
            return aggregated(groups, count, weights, "sum")
        case "first":
            found = np.empty(count)
            found[groups[::-1]] = values[::-1]
            return found
        case "median" | "min" | "max" | "sum":
            return aggregated(groups, count, values, using)
    assert_never(using)
