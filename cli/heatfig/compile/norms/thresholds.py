"""Classes between thresholds."""

from collections.abc import Sequence

from heatfig.compile.colors.ranges import limits
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.language.norms import Thresholds
from heatfig.plan.grid import Grid
from heatfig.scales.norms import Stepped


def thresholds(spec: Thresholds, view: View, grids: Sequence[Grid]) -> Stepped:
    """The classes; the outer ones reach as far as the scores do, or a little past the thresholds."""
    found, edges, span = limits(view, grids), spec.thresholds, view.settings.range
    _check_inside(edges, view)
    past = (edges[-1] - edges[0]) / max(1, len(edges) - 1) or 1.0
    low = found.low if found.low < edges[0] else edges[0] - past
    high = found.high if found.high > edges[-1] else edges[-1] + past
    known = (*([low] if span.min is not None else []), *edges, *([high] if span.max is not None else []))
    return Stepped(low, high, edges, known)


def _check_inside(edges: Sequence[float], view: View) -> None:
    """Raise Problems for a threshold that is not inside the range that the spec says."""
    span = view.settings.range
    outside = [edges[0]] if span.min is not None and span.min >= edges[0] else []
    outside += [edges[-1]] if span.max is not None and span.max <= edges[-1] else []
    if outside:
        message = f"the threshold {outside[0]:g} is not inside the range"
        raise problem("bad-range", message, view.at("range"), "leave the range out, or widen it")
