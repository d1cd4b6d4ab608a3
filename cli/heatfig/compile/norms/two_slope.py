"""Even steps on either side of a center."""

from collections.abc import Sequence

from heatfig.compile.colors.ranges import bad_range, limits
from heatfig.compile.view import View
from heatfig.plan.grid import Grid
from heatfig.scales.norms import TwoSlope


def two_slope(view: View, grids: Sequence[Grid]) -> TwoSlope:
    """The norm about its center; raises Problems for a range of one number."""
    found = limits(view, grids)
    assert found.center is not None, "the rules of the language ask for one"
    if found.low == found.high:
        raise bad_range("the range from {low:g} to {high:g} is empty", found, view.at("range"))
    return TwoSlope(found.low, found.center, found.high)
