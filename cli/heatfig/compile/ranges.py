"""The limits of a norm: as asked, or by the scores of all that share it."""

import numpy as np

from heatfig.compile.facets import View
from heatfig.diagnostics import Place, problem
from heatfig.language.model.range import Range
from heatfig.language.read import FigureSpec
from heatfig.plan.grid import Grid, stretches
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Limits:
    """The scores of the first and last colour, and of the middle one where that is said."""

    low: float
    high: float
    center: float | None


@dataclass(frozen=True)
class _Ends:
    """Where a range begins or ends by the scores, and the outermost of them."""

    limit: float
    score: float


def limits(spec: FigureSpec, view: View, grids: list[Grid]) -> Limits:
    """The limits over some grids; raises Problems for a range without scores."""
    asked, log = view.settings.range, view.settings.norm == "log"
    place = spec.place(view.origin("norm" if log else "range"))
    first, last = _ends(grids, asked, log, place)
    low = asked.min if asked.min is not None else first.limit
    high = asked.max if asked.max is not None else last.limit
    center = 0.0 if asked.symmetric and asked.center is None else asked.center
    if center is not None:
        low = min(low, center) if asked.min is None else low
        high = max(high, center) if asked.max is None else high
    if center is not None and asked.symmetric:
        said = [abs(limit - center) for limit in (asked.min, asked.max) if limit is not None]
        reach = max(said or (high - center, center - low))
        low, high = center - reach, center + reach
    hint = f"the scores run from {first.score:g} to {last.score:g}"
    if low > high or (low == high and view.settings.norm == "two-slope"):
        raise problem("bad-range", f"the range from {low:g} to {high:g} is empty", place, hint)
    if last.score < low or first.score > high:
        raise problem("bad-range", f"no score lies in the range from {low:g} to {high:g}", place, hint)
    return Limits(low, high, center)


def _ends(grids: list[Grid], asked: Range, log: bool, place: Place) -> tuple[_Ends, _Ends]:
    """The ends by the scores; a log norm looks at those above 0."""
    if log and asked.min is None and any(grid.extent.low <= 0 for grid in grids):
        hint = "range: {min: …} above 0 draws them in the colour below the range, which colormap: {under: …} says"
        raise problem("bad-range", "a log norm cannot show scores at or below 0", place, hint)
    ends = [_extent(grid, log) for grid in grids]
    lows, highs = ([end[n] for end in ends if not np.isnan(end[n])] for n in (0, 1))
    if not lows:
        raise problem("bad-range", "a log norm needs a score above 0", place, "norm: linear shows the others")
    low, high = float(min(lows)), float(max(highs))
    first, last = (low, high) if asked.percentiles is None else _percentiles(grids, asked.percentiles, log)
    return _Ends(first, low), _Ends(last, high)


def _percentiles(grids: list[Grid], asked: tuple[float, ...], log: bool) -> tuple[float, float]:
    scores = np.concatenate([grid.scores.ravel() for grid in grids])
    first, last = np.percentile(scores[scores > 0] if log else scores[~np.isnan(scores)], asked)
    return float(first), float(last)


def _extent(grid: Grid, above_zero: bool) -> tuple[float, float]:
    """The least and the greatest score, of those above 0 if asked; NaN where there is none."""
    low, high = grid.extent.low, grid.extent.high
    if above_zero and low <= 0:
        parts = (grid.scores[rows] for rows in stretches(grid.scores))
        least = [np.fmin.reduce(part, axis=None, where=part > 0, initial=np.nan) for part in parts]
        return float(np.fmin.reduce(least)), high if high > 0 else np.nan
    return low, high
