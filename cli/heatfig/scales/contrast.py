"""How light colours are as they are seen, and whether black or white reads better on them."""

import numpy as np
from numpy.typing import NDArray

from heatfig.runtime.arrays import RGB, Bytes
from heatfig.scales.colors import BLACK, WHITE

WCAG_LIGHT = 0.179  # of which black and white are equally far, as WCAG counts it
LIGHT = 0.30


def linear_light(colors: Bytes) -> NDArray[np.float64]:
    """Channels of sRGB colours of shape (…, 3) in proportion to light."""
    channel = np.asarray(colors, np.float64) / 255
    return np.where(channel <= 0.04045, channel / 12.92, ((channel + 0.055) / 1.055) ** 2.4)


def luminance(colors: Bytes) -> NDArray[np.float64]:
    """Relative luminance of sRGB colours of shape (…, 3), by WCAG 2.2."""
    return np.asarray(linear_light(colors) @ np.array([0.2126, 0.7152, 0.0722]), np.float64)


def contrast(one: RGB, other: RGB) -> float:
    """How many times as light one colour is as another one, as WCAG counts it."""
    dark, light = sorted(luminance(np.array([one, other], np.uint8)).tolist())
    return float((light + 0.05) / (dark + 0.05))


def black_reads_better(colors: Bytes) -> NDArray[np.bool_]:
    """Whether black text reads better than white: looked at, from that luminance on; the ratio of WCAG says 0.18.

    White has a contrast of 3 : 1 below it, black one of 7 : 1 above, and a row of like numbers is all of one colour.
    """
    return np.asarray(luminance(colors) >= LIGHT, np.bool_)


def wcag_prefers_black(colors: Bytes) -> NDArray[np.bool_]:
    """Whether black text has the greater contrast as WCAG counts it."""
    return np.asarray(luminance(colors) >= WCAG_LIGHT, np.bool_)


def black_or_white(black: NDArray[np.bool_]) -> Bytes:
    """Black where it is true and white elsewhere, as colours of one more dimension."""
    return np.repeat(np.where(black[..., None], np.uint8(0), np.uint8(255)), 3, axis=-1)


def black_or_white_on(color: RGB | Bytes) -> RGB:
    """What reads better on a colour."""
    return BLACK if black_reads_better(np.array(color, np.uint8)) else WHITE
