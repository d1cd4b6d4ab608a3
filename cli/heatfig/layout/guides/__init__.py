"""Guides, measured: from the plan's union of kinds to bands."""

from typing import assert_never

from heatfig.layout.band import Band
from heatfig.layout.guides.colorbar import colorbar_band
from heatfig.layout.guides.legend import legend_band
from heatfig.layout.guides.sizes import sizes_band
from heatfig.layout.setting import Setting
from heatfig.plan.guides import Guide
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.guides.legend import Legend
from heatfig.plan.guides.sizes import SizeLegend


def guide_band(setting: Setting, guide: Guide) -> Band:
    """The band of a guide."""
    match guide:
        case Colorbar():
            return colorbar_band(setting, guide)
        case SizeLegend():
            return sizes_band(setting, guide)
        case Legend():
            return legend_band(setting, guide)
        case _:
            assert_never(guide)
