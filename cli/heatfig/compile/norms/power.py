"""A power of even steps."""

from collections.abc import Sequence

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.language.norms import Power as Spec
from heatfig.plan.grid import Grid
from heatfig.scales.norms import Power


def power(spec: Spec, view: View, grids: Sequence[Grid]) -> Power:
    """The norm with that exponent."""
    found = limits(view, grids)
    return Power(found.low, found.high, spec.power)
