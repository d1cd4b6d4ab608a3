"""Colormaps of the cubehelix kind (Green 2011), of which matplotlib gives out one alone."""

import numpy as np

from heatfig.runtime.arrays import Bytes

# How much of each channel the two directions across the greys have, so that no turn changes the brightness.
_ACROSS = np.array([[-0.14861, -0.29227, 1.97294], [1.78277, -0.90649, 0.0]])


def cubehelix_table(start: float, rotations: float, hue: float, gamma: float, lightness: tuple[float, float]) -> Bytes:
    """A table of 256 colours."""
    at = np.linspace(lightness[0], lightness[1], 256)
    grey, turn = at**gamma, 2 * np.pi * (start / 3 + rotations * at)
    across = np.stack([np.cos(turn), np.sin(turn)], axis=1) @ _ACROSS
    channels = grey[:, None] + (hue * grey * (1 - grey) / 2)[:, None] * across
    return np.asarray(np.round(np.clip(channels, 0, 1) * 255), np.uint8)
