"""Even steps per factor."""

from collections.abc import Sequence

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.plan.grid import Grid
from heatfig.scales.norms import Log


def log(view: View, grids: Sequence[Grid]) -> Log:
    """The norm between limits above 0; raises Problems for scores at or below it that the spec does not leave out."""
    place = view.at("norm")
    if view.settings.range.min is None and any(grid.extent.low <= 0 for grid in grids):
        hint = "range: {min: …} above 0 draws them in the colour below the range, which colormap: {under: …} says"
        raise problem("bad-range", "a log norm cannot show scores at or below 0", place, hint)
    if not any(grid.extent.high > 0 for grid in grids):
        raise problem("bad-range", "a log norm needs a score above 0", place, "norm: linear shows the others")
    found = limits(view, grids, "norm", above=0)
    return Log(found.low, found.high)
