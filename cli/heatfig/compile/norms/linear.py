"""Even steps, about a center where the spec says one."""

from collections.abc import Sequence

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.plan.grid import Grid
from heatfig.scales.norms import Centered, Linear


def linear(view: View, grids: Sequence[Grid]) -> Linear | Centered:
    """The norm between its limits."""
    found = limits(view, grids)
    if found.center is None or found.low == found.high:
        return Linear(found.low, found.high)
    return Centered(found.low, found.high, found.center)
