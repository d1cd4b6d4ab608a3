"""Norms: scores → colour coordinates in 0 … 1, every limit a finite number. The closed union of their kinds.

`fraction` is what the colormap is asked with; `position` is where a score stands along a colorbar
(0 at its lower end) and `score_at` is the inverse of that. Below 0 and above 1 lies what is
outside the range. `tick_choices` are sets of round scores inside the limits, best first, each of fewer
scores than the one before it; `tick_texts` is what is written there without a number format.
"""

from heatfig.scales.norms.anchored import Anchored
from heatfig.scales.norms.centered import Centered
from heatfig.scales.norms.classes import Classes
from heatfig.scales.norms.linear import Linear
from heatfig.scales.norms.log import Log
from heatfig.scales.norms.power import Power
from heatfig.scales.norms.quantile import Quantile
from heatfig.scales.norms.stepped import Stepped
from heatfig.scales.norms.symlog import SymLog
from heatfig.scales.norms.two_slope import TwoSlope

Norm = Linear | Centered | TwoSlope | Log | SymLog | Power | Quantile | Stepped | Anchored | Classes

__all__ = [
    "Anchored",
    "Centered",
    "Classes",
    "Linear",
    "Log",
    "Norm",
    "Power",
    "Quantile",
    "Stepped",
    "SymLog",
    "TwoSlope",
]
