"""Norms: scores → colour coordinates in 0 … 1, every limit a finite number. The closed union of their kinds."""

from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from heatfig.scales.norms.kind import NormKind

    def _is_kind(norm: Norm) -> NormKind:  # so that the type checker says what a new kind lacks
        return norm


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
