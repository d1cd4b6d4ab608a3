"""Colours by matplotlib's own means."""

from typing import Any

import cmap
import matplotlib
import numpy as np
from decode import RGB, rgb
from matplotlib.colors import Colormap, LinearSegmentedColormap


def named_colormap(asked: str | list[str] | dict[str, Any]) -> Colormap:
    """A colormap of matplotlib or the cmap package, or a blend, as matplotlib makes it."""
    if isinstance(asked, list):
        return LinearSegmentedColormap.from_list("blend", asked)
    if isinstance(asked, dict):
        whole = named_colormap(asked.get("name") or asked["colors"])
        first, last = float(asked.get("from", 0)), float(asked.get("to", 1))
        return LinearSegmentedColormap.from_list("part", whole(np.linspace(first, last, 256)))
    return matplotlib.colormaps[asked] if asked in matplotlib.colormaps else cmap.Colormap(asked).to_mpl()


def opaque(color: Any) -> RGB:
    """A colour of matplotlib's as three bytes."""
    return rgb(np.round(np.array(color[:3]) * 255))
