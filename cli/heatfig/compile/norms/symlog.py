"""Even steps per factor on both sides of zero."""

from collections.abc import Sequence

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.language.norms import SymLog as Spec
from heatfig.plan.grid import Grid
from heatfig.scales.norms import SymLog


def symlog(spec: Spec, view: View, grids: Sequence[Grid]) -> SymLog:
    """The norm that is even as far from zero as is asked."""
    found = limits(view, grids)
    return SymLog(found.low, found.high, spec.symlog)
