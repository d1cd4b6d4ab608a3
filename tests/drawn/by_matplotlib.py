"""Colours by matplotlib's own means."""

from typing import Any

import cmap
import matplotlib
import numpy as np
from decode import RGB, rgb
from matplotlib._cm import cubehelix
from matplotlib.colors import Colormap, LinearSegmentedColormap, ListedColormap


def named_colormap(asked: str | list[str] | dict[str, Any]) -> Colormap:
    """A colormap of matplotlib or the cmap package, or a blend, as matplotlib makes it."""
    if isinstance(asked, list):
        return LinearSegmentedColormap.from_list("blend", asked)
    if isinstance(asked, dict):
        whole = (
            _helix(asked["cubehelix"]) if "cubehelix" in asked else named_colormap(asked.get("name") or asked["colors"])
        )
        first, last = float(asked.get("from", 0)), float(asked.get("to", 1))
        return LinearSegmentedColormap.from_list("part", whole(np.linspace(first, last, 256)))
    return matplotlib.colormaps[asked] if asked in matplotlib.colormaps else cmap.Colormap(asked).to_mpl()


def _helix(asked: dict[str, Any]) -> Colormap:
    """As seaborn's `cubehelix_palette` makes it of matplotlib's channels, but for its rounding of lightness."""
    default = {"gamma": 1.0, "start": 0.0, "rotations": 0.4, "hue": 0.8}
    given = (float(asked.get(name, number)) for name, number in default.items())
    channels = cubehelix(*given)  # type: ignore[no-untyped-call]  # where seaborn has it from, too
    low, high = map(float, asked.get("lightness", (0.85, 0.15)))
    at = np.linspace(low, high, 256)
    return ListedColormap(np.clip(np.stack([channels[c](at) for c in ("red", "green", "blue")], axis=1), 0, 1))


def opaque(color: Any) -> RGB:
    """A colour of matplotlib's as three bytes."""
    return rgb(np.round(np.array(color[:3]) * 255))
