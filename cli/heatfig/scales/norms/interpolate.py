"""Positions between two limits."""

import numpy as np

from heatfig.runtime.arrays import Floats


def interpolate(scores: Floats, low: float, high: float) -> Floats:
    """Where scores stand between two limits, 0 at the lower one; about a single point below, on or above it."""
    if low == high:
        return np.where(scores < low, -np.inf, np.where(scores > high, np.inf, scores * 0 + 0.5))
    with np.errstate(over="ignore"):  # infinity is where such a score belongs: far outside
        return np.asarray((scores - low) / (high - low), np.float64)
