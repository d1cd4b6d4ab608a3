"""Positions by points that stand at equal steps."""

import numpy as np

from heatfig.runtime.arrays import Floats


def spread(scores: Floats, points: tuple[float, ...]) -> Floats:
    """Where scores stand among rising points at equal steps from 0 to 1; outside of them beyond all."""
    found = np.interp(scores, points, np.linspace(0, 1, len(points)))
    return np.where(scores < points[0], -np.inf, np.where(scores > points[-1], np.inf, found))
