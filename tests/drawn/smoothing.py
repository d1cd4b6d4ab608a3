"""Fills as viewers blend them that smooth edges by area: where two edges meet, the page shines through."""

from collections.abc import Sequence

import numpy as np
from decode import RGB, Box, Point, Raster
from numpy.typing import NDArray

Fill = tuple[Box, RGB]


def smoothed(fills: Sequence[Fill], page: Point, scale: float) -> Raster:
    """Rectangles over white paper, each blended by the share of a pixel that it covers."""
    width, height = (int(np.ceil(side * scale)) for side in page)
    canvas = np.full((height, width, 3), 255.0)
    for (left, top, right, bottom), color in fills:
        rows, down = _shares(top * scale, bottom * scale, height)
        columns, across = _shares(left * scale, right * scale, width)
        share = down[:, None, None] * across[None, :, None]
        canvas[rows, columns] += share * (np.array(color) - canvas[rows, columns])
    return Raster(np.round(canvas).astype(np.uint8), scale)


def _shares(low: float, high: float, count: int) -> tuple[slice, NDArray[np.float64]]:
    """The pixels that a stretch touches, and the share of each that it covers."""
    first, last = max(0, int(np.floor(low))), min(count, int(np.ceil(high)))
    edges = np.arange(first, last)
    return slice(first, last), np.clip(np.minimum(edges + 1, high) - np.maximum(edges, low), 0, 1)
