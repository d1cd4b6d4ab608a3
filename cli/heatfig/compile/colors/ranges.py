"""The limits of a norm: as the spec says, or by the scores of all panels that share it."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.view import View
from heatfig.diagnostics import Place, Problems, problem
from heatfig.language.model.range import Range
from heatfig.plan.grid import Grid
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.stretches import stretches


@dataclass(frozen=True)
class Limits:
    """The scores of the first, the last and, where that is said, the middle colour; from where to where all run."""

    low: float
    high: float
    center: float | None
    least: float
    greatest: float


def limits(view: View, grids: Sequence[Grid], key: str = "range", above: float = -np.inf) -> Limits:
    """The limits over the scores of some grids that are above a number.

    Raises Problems for a range without scores, at that key of the spec.
    """
    spec = view.settings.range
    ends = [_ends(grid, above) for grid in grids]
    if np.isnan(ends).all():
        message, hint = "no cell has a score to colour", "mask fewer cells, or leave the layer out"
        raise problem("bad-range", message, view.at(key), hint)
    least, greatest = float(np.nanmin(ends)), float(np.nanmax(ends))
    first, last = (least, greatest) if spec.percentiles is None else _percentiles(grids, spec.percentiles, above)
    low = first if spec.min is None else spec.min
    high = last if spec.max is None else spec.max
    center = 0.0 if spec.symmetric and spec.center is None else spec.center
    if center is not None:
        low, high = _about(center, low, high, spec)
    found = Limits(low, high, center, least, greatest)
    if low > high:
        raise bad_range("the range from {low:g} to {high:g} is empty", found, view.at(key))
    if greatest < low or least > high:
        raise bad_range("no score lies in the range from {low:g} to {high:g}", found, view.at(key))
    return found


def bad_range(message: str, found: Limits, place: Place) -> Problems:
    """That something is wrong with a range, whose limits the message names."""
    hint = f"the scores run from {found.least:g} to {found.greatest:g}"
    return problem("bad-range", message.format(low=found.low, high=found.high), place, hint)


def _about(center: float, low: float, high: float, spec: Range) -> tuple[float, float]:
    """Limits with the center between them, as far from it on either side if they are to be symmetric."""
    low = min(low, center) if spec.min is None else low
    high = max(high, center) if spec.max is None else high
    if not spec.symmetric:
        return low, high
    distances = [abs(limit - center) for limit in (spec.min, spec.max) if limit is not None]
    reach = max(distances or (high - center, center - low))
    return center - reach, center + reach


def _percentiles(grids: Sequence[Grid], percentiles: tuple[float, ...], above: float) -> tuple[float, float]:
    scores = np.concatenate([grid.scores.ravel() for grid in grids])
    first, last = np.percentile(scores[scores > above], percentiles)
    return float(first), float(last)


def _ends(grid: Grid, above: float) -> tuple[float, float]:
    """The least and the greatest of the scores above a number; NaN where there is none."""
    low, high = grid.extent.low, grid.extent.high
    if low > above:
        return low, high
    parts = (grid.scores[rows] for rows in stretches(grid.scores))
    least = [np.fmin.reduce(part, axis=None, where=part > above, initial=np.nan) for part in parts]
    return float(np.fmin.reduce(least)), high if high > above else np.nan
