"""Normalization: scores relative to those of their row, their column, their group or the whole grid.

Grids may be larger than memory, so sums and results are computed some rows at a time.
"""

from collections.abc import Iterator
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from heatfig.data.cells import Cells, Field
from heatfig.data.classes import Classes, classes_of
from heatfig.data.columns.arrays import Floats, Kinds
from heatfig.data.columns.operations import ALL_ALIKE, ZEROS_ALONE
from heatfig.data.table import At
from heatfig.diagnostics import Place, refuse_some
from heatfig.plan.grid import SCORED, Grid
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.scratch import filled
from heatfig.runtime.stretches import stretches
from heatfig.scales.words import VALUE, Normalization, Within

_OVER_MORE = "leave its rows out, or normalize over more cells"
_OF_NOTHING = "normalize: {undefined: missing, …} shows such cells as missing; or normalize over more cells"
_OF_NEGATIVE = "normalize by minmax or zscore; or show amounts: transform: [{derive: {amount: {abs: COLUMN}}}]"
_TOO_LARGE = "has scores that are too large to be squared"


@dataclass(frozen=True)
class Normalize:
    """One step of normalization, `using` a method, within the cells that agree in `per`.

    With `into` the result is a field of that name, and the value stays. Scores without a result, such as shares of
    zeros, are missing if the step is `lenient`, and an error otherwise.
    """

    using: Normalization
    per: tuple[Within, ...]
    into: str | None = None
    lenient: bool = False


def normalized(cells: Cells, step: Normalize, at: At) -> Cells:
    """The normalized cells; raises Problems for scores without a result, such as shares of negative numbers."""
    classes = classes_of(cells, step.per)
    scores = filled(cells.values.shape, _results(cells, classes, step, at), "normalize")
    kinds = _with_reason(cells.kinds, scores, step) if step.lenient else cells.kinds
    return cells.with_field(step.into or VALUE, Field(lambda: Grid(scores, kinds)))


def _with_reason(kinds: Kinds, scores: Floats, step: Normalize) -> Kinds:
    """The kinds of missing, with a reason for each score that has no result."""
    reason = ZEROS_ALONE if step.using in {"share", "unit"} else ALL_ALIKE
    return np.where((kinds == SCORED) & np.isnan(scores), np.int16(reason), kinds)


def _results(cells: Cells, classes: Classes, step: Normalize, at: At) -> Iterator[tuple[slice, Floats]]:
    """The normalized scores, some rows at a time."""
    match step.using:
        case "share":
            return _shares(cells, classes, step, at)
        case "unit":
            return _units(cells, classes, step, at)
        case "center" | "zscore":
            return _centered(cells, classes, step, at)
        case "minmax":
            return _between(cells, classes, step, at)
        case "rank":
            return _ranked(cells.values, classes)
    assert_never(step.using)


def _shares(cells: Cells, classes: Classes, step: Normalize, at: At) -> Iterator[tuple[slice, Floats]]:
    """Scores over the sum of their class."""
    values = cells.values
    negative = _least(values, classes) < 0
    _refuse(cells, classes, negative, "holds negative numbers, and has no shares", at, _OF_NEGATIVE)
    sums = classes.sums(values)
    _undefined(cells, classes, (sums == 0) & (_counts(values, classes) > 0), "sums to 0, and has no shares", step, at)
    for some in stretches(values):
        yield some, values[some] / classes.spread_out(np.where(sums == 0, np.nan, sums), some)


def _units(cells: Cells, classes: Classes, step: Normalize, at: At) -> Iterator[tuple[slice, Floats]]:
    """Scores over the square root of the sum of squares of their class."""
    values = cells.values
    lengths = np.sqrt(_squares(values, classes, np.zeros(classes.count)))
    _refuse(cells, classes, np.isinf(lengths), _TOO_LARGE, at)
    empty = (lengths == 0) & (_counts(values, classes) > 0)
    _undefined(cells, classes, empty, "holds only zeros, and has no length", step, at)
    for some in stretches(values):
        yield some, values[some] / classes.spread_out(np.where(lengths == 0, np.nan, lengths), some)


def _squares(values: Floats, classes: Classes, centers: Floats) -> Floats:
    """The sum of squared differences between the scores of each class and its center."""
    squares = np.zeros(classes.count)
    with np.errstate(over="ignore"):  # infinite sums are refused by those who ask
        for some in stretches(values):
            squared = np.nansum((values[some] - classes.spread_out(centers, some)) ** 2, axis=2)
            np.add.at(squares, classes.rows[some], classes.across(squared))
    return squares


def _centered(cells: Cells, classes: Classes, step: Normalize, at: At) -> Iterator[tuple[slice, Floats]]:
    """Differences from the mean; for z-scores in standard deviations (of n - 1)."""
    values, counts = cells.values, _counts(cells.values, classes)
    means = classes.sums(values) / np.maximum(counts, 1)
    widths = np.ones_like(means)
    if step.using == "zscore":
        widths = np.sqrt(_squares(values, classes, means) / np.maximum(counts - 1, 1))
        _refuse(cells, classes, np.isinf(widths), _TOO_LARGE, at)
        level = (widths <= 1e-12 * np.abs(means)) & (counts > 0)
        _undefined(cells, classes, level, "has scores that are all alike, and no standard deviation", step, at)
        widths[level] = np.nan
    for some in stretches(values):
        yield some, (values[some] - classes.spread_out(means, some)) / classes.spread_out(widths, some)


def _between(cells: Cells, classes: Classes, step: Normalize, at: At) -> Iterator[tuple[slice, Floats]]:
    """Scores from 0 for the lowest of a class to 1 for the highest."""
    values = cells.values
    low, high = _least(values, classes), -_least(values, classes, -1.0)
    _undefined(cells, classes, low == high, "has scores that are all alike, and no range", step, at)
    ranges = np.where(low == high, np.nan, high - low)
    for some in stretches(values):
        yield some, (values[some] - classes.spread_out(low, some)) / classes.spread_out(ranges, some)


def _least(values: Floats, classes: Classes, sign: float = 1.0) -> Floats:
    """The lowest score of each class, or with a sign of -1 minus the highest; infinity for a class without scores."""
    low = np.full(classes.count, np.inf)
    for number in range(len(values)):
        np.fmin.at(low, (classes.rows[number], classes.columns), np.fmin.reduce(sign * values[number], axis=1))
    return low


def _ranked(values: Floats, classes: Classes) -> Iterator[tuple[slice, Floats]]:
    """Ranks within each class from 1 for the lowest; ties share the mean of their ranks."""
    ranks = np.full(values.shape, np.nan)
    for row in range(classes.count[0]):
        for column in range(classes.count[1]):
            block = np.ix_(classes.rows == row, classes.columns == column)
            ranks[block] = _ranks(values[block])
    yield slice(0, len(values)), ranks


def _ranks(values: Floats) -> Floats:
    """The ranks of the scores of one class."""
    present = ~np.isnan(values)
    found = np.full(values.shape, np.nan)
    _, inverse, counts = np.unique(values[present], return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    found[present] = (last - (counts - 1) / 2)[inverse]
    return found


def _counts(values: Floats, classes: Classes) -> Floats:
    """The number of scores of each class."""
    found = np.zeros(classes.count)
    for some in stretches(values):
        np.add.at(found, classes.rows[some], classes.across((~np.isnan(values[some])).sum(axis=2).astype(np.float64)))
    return found


def _undefined(cells: Cells, classes: Classes, bad: NDArray[np.bool_], why: str, step: Normalize, at: At) -> None:
    """Raise Problems for classes without a result, unless the step is lenient."""
    if not step.lenient:
        _refuse(cells, classes, bad, why, at, _OF_NOTHING)


def _refuse(cells: Cells, classes: Classes, bad: NDArray[np.bool_], why: str, at: At, hint: str = _OVER_MORE) -> None:
    """Raise Problems for the classes that are bad."""
    found = np.argwhere(bad)

    def explain(number: int) -> tuple[str, Place, str]:
        row, column = (int(each) for each in found[number])
        return f"{_named(cells, classes, row, column)} {why}", at(), hint

    refuse_some("contradiction", len(found), explain)


def _named(cells: Cells, classes: Classes, row: int, column: int) -> str:
    """A class of cells in words."""
    y, x = (int(np.argmax(codes == code)) for codes, code in ((classes.rows, row), (classes.columns, column)))
    words = []
    for word, axis, key in (("row", "y", cells.rows.keys[y]), ("column", "x", cells.columns.keys[x])):
        if axis in classes.per:
            words.append(f"{word} '{key}'")
        elif f"{axis}.group" in classes.per:
            words.append(f"the {word}s of '{key.group}'")
    return ", ".join(words) or "the grid"
