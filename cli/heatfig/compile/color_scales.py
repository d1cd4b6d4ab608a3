"""The color scales of a figure: those of panels with the same norm and colormap are one."""

from collections.abc import Sequence
from dataclasses import replace

from heatfig.plan.color_scale import ColorScale
from heatfig.scales.colors import Colormap
from heatfig.scales.norms import Norm


def color_scales(norms: Sequence[Norm], colormaps: Sequence[Colormap]) -> list[ColorScale]:
    """A scale for each panel; equal ones have one id."""
    found: list[ColorScale] = []
    for norm, colormap in zip(norms, colormaps, strict=True):
        made = ColorScale("", norm, colormap)
        same = next((scale for scale in found if replace(scale, id="") == made), None)
        found.append(same or replace(made, id=f"color-{len({scale.id for scale in found})}"))
    return found
