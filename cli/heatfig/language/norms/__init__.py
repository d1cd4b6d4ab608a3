"""How scores spread over the colours: a file for each norm that takes arguments, and one line here."""

from typing import Literal

from heatfig.language.norms.power import Power
from heatfig.language.norms.symlog import SymLog

Norm = Literal["linear", "log", "two-slope"] | SymLog | Power

__all__ = ["Norm", "Power", "SymLog"]
