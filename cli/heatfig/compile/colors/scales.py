"""The color scales of a figure: panels that show the same quantity by the same norm and colormap have one."""

from collections.abc import Sequence

from heatfig.compile.colors.quantities import quantity
from heatfig.compile.view import View
from heatfig.plan.color_scale import ColorScale
from heatfig.scales.colors import Colormap
from heatfig.scales.norms import Norm


def color_scales(views: Sequence[View], norms: Sequence[Norm], colormaps: Sequence[Colormap]) -> list[ColorScale]:
    """A scale for each panel; what panels share has one id, after the first of them."""
    found: list[tuple[object, ColorScale]] = []
    scales: list[ColorScale] = []
    for view, norm, colormap in zip(views, norms, colormaps, strict=True):
        shown = quantity(view)
        same = (s for q, s in found if q == shown and (s.norm, s.colormap) == (norm, colormap))
        scale = next(same, None) or ColorScale(view.scoped("color"), norm, colormap)
        if all(scale is not other for _, other in found):
            found.append((shown, scale))
        scales.append(scale)
    return scales
