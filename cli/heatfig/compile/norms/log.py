"""Even steps per factor."""

from collections.abc import Sequence
from math import floor, log10

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.plan.grid import Grid
from heatfig.scales.norms import Log


def log(view: View, grids: Sequence[Grid]) -> Log:
    """The norm between limits above 0; raises Problems for scores at or below it that the spec does not leave out."""
    place = view.at("norm")
    if not any(grid.extent.high > 0 for grid in grids):
        raise problem("bad-range", "a log norm needs a score above 0", place, "norm: linear shows the others")
    found = limits(view, grids, "norm", above=0)
    if view.settings.range.min is None and any(grid.extent.low <= 0 for grid in grids):
        below = 10.0 ** floor(log10(found.least))
        hint = f"range: {{min: {below:g}}} draws them in the colour below the range, which `under` of the colormap says"
        raise problem("bad-range", "a log norm cannot show scores at or below 0", place, hint)
    return Log(found.low, found.high)
