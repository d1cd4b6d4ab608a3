"""How far colours are from each other as they are seen: Euclidean distances in CIELAB."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from heatfig.runtime.arrays import RGB, Bytes
from heatfig.scales.contrast import linear_light

_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_WHITE = np.array([0.9505, 1.0, 1.0890])  # D65
OTHERWISE = 25.0  # from there on nobody takes a colour for a shade of another one


def nearest_distance(color: Bytes, others: Bytes) -> float:
    """From a colour to the nearest of others, of shape (n, 3); infinite where there are none."""
    apart = np.linalg.norm(_lab(others) - _lab(color), axis=-1)
    return float(apart.min(initial=np.inf))


def apart_first(palette: Sequence[RGB], others: Bytes) -> tuple[RGB, ...]:
    """The colours of a palette: first, in its order, those that are none of others, nor near to one."""
    return tuple(sorted(palette, key=lambda color: nearest_distance(np.array(color, np.uint8), others) < OTHERWISE))


def _lab(colors: Bytes) -> NDArray[np.float64]:
    share = linear_light(colors) @ _TO_XYZ.T / _WHITE
    bent = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    x, y, z = bent[..., 0], bent[..., 1], bent[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
