"""Rows and columns of arrays, as views of them where nothing else than their direction changes."""

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Codes


def viewed(array: NDArray[np.generic], down: Codes, across: Codes) -> NDArray:  # type: ignore[type-arg]  # of any dtype
    """An array's rows and columns: a view where all stand in order or against it."""
    steps = direction(down, len(array)), direction(across, array.shape[1])
    if steps[0] and steps[1]:
        return array[:: steps[0], :: steps[1]]
    if not any(array.strides):
        return np.broadcast_to(array.flat[0], (len(down), len(across), *array.shape[2:]))
    return array[np.ix_(down, across)]


def direction(places: Codes, count: int) -> int:
    """1 where all `count` places stand in order, -1 where they stand against it, else 0."""
    if len(places) != count or (count and int(places[0]) not in (0, count - 1)):
        return 0
    order = np.arange(count)
    if np.array_equal(places, order):
        return 1
    return -1 if np.array_equal(places, order[::-1]) else 0
