"""How far numbers lie apart; n - 1 in all that does."""

from typing import assert_never

import numpy as np

from heatfig.data.cells import Field, grid_of
from heatfig.data.columns.arrays import Codes, Floats, Numbers
from heatfig.data.entries import Entries
from heatfig.plan.grid import SCORED, Grid
from heatfig.scales.words import Spread


def spread_field(entries: Entries, numbers: Numbers, using: Spread) -> Field:
    """How far the scores of each cell lie apart; missing where there are fewer than two."""

    def make() -> Grid:
        assert entries.flat is not None
        present = numbers.kinds == SCORED
        found = spread(entries.flat[present], entries.size, numbers.values[present], using)
        return grid_of(found, entries.shape)

    return Field(make)


def spread(groups: Codes, count: int, values: Floats, using: Spread) -> Floats:
    """How far the values of each group lie apart; NaN where there is a single one."""
    sizes = np.bincount(groups, minlength=count)
    if not len(values):
        return np.full(count, np.nan)
    with np.errstate(invalid="ignore", divide="ignore"):
        match using:
            case "std":
                return _std(groups, sizes, values)
            case "sem":
                return _std(groups, sizes, values) / np.sqrt(sizes)
            case "ci95":
                return _std(groups, sizes, values) / np.sqrt(sizes) * _student(sizes)
            case "iqr":
                upper, lower = (_quantiles(groups, sizes, values, quantile) for quantile in (0.75, 0.25))
                return np.where(sizes > 1, upper - lower, np.nan)
    assert_never(using)


def _std(groups: Codes, sizes: Codes, values: Floats) -> Floats:
    """The standard deviation of each group, by n - 1."""
    means = np.bincount(groups, values, len(sizes)) / np.maximum(sizes, 1)
    away = values - means[groups]
    unit = max(1.0, float(np.abs(away).max()) / 1e150)  # in which no square is too large
    squares = np.bincount(groups, (away / unit) ** 2, len(sizes))
    return np.where(sizes > 1, unit * np.sqrt(squares / (sizes - 1)), np.nan)


def _student(sizes: Codes) -> Floats:
    """Student's t for half the width of a 95 % confidence interval of a mean of so many."""
    from scipy.special import stdtrit

    return np.asarray(stdtrit(np.maximum(sizes - 1, 1), 0.975), np.float64)


def _quantiles(groups: Codes, sizes: Codes, values: Floats, quantile: float) -> Floats:
    """The quantile of each group, between neighbours by their distance."""
    ranked = values[np.lexsort((values, groups))]
    at = np.cumsum(sizes) - sizes + quantile * np.maximum(sizes - 1, 0)
    low = np.minimum(np.floor(at).astype(np.int64), len(ranked) - 1)
    high = np.minimum(np.ceil(at).astype(np.int64), len(ranked) - 1)
    return np.asarray(ranked[low] + (ranked[high] - ranked[low]) * (at - low), np.float64)
