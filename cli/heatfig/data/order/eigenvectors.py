"""eigenvectors: labels of a symmetric matrix by its first ones, as Friendly (2002) orders correlations."""

from typing import Literal

import numpy as np

from heatfig.data.columns.arrays import Codes, Floats
from heatfig.data.order.axis import Axis
from heatfig.data.order.cluster import check_count
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.runtime.deferred import dataclass

By = Literal["angle", "first"]

_ALIKE = 1e-9  # of the largest, below which numbers differ by rounding alone
_HELP = "the matrix is that of each label with each, such as of correlations; or choose another order"


@dataclass(frozen=True)
class Eigenvectors:
    """By the angle of the first two, or by the first alone."""

    by: By = "angle"


def by_eigenvectors(axis: Axis, order: Eigenvectors, at: At) -> Codes:
    """The rank of each key; raises Problems where scores are no symmetric matrix, or have no such vectors."""
    count = len(axis.keys)
    check_count(count, "for eigenvectors", at)
    if count < 2:
        return np.arange(count)
    first, second = _first_two(_matrix(axis, at), order.by, at)
    return _ranks(first if order.by == "first" else _angles(first, second))


def _matrix(axis: Axis, at: At) -> Floats:
    """The scores of each key with each, of several panels or parts their mean."""
    found = [_square(axis, panel, lines, at) for panel, lines in enumerate(axis.lines())]
    return np.asarray(np.mean(found, axis=0), np.float64)


def _square(axis: Axis, panel: int, lines: Floats, at: At) -> Floats:
    """The scores of a panel in the order of the axis on both sides."""
    keys, cells = axis.keys, axis.panels[panel]
    place = {key: number for number, key in enumerate(cells.columns.keys if axis.rows else cells.rows.keys)}
    apart = place.keys() ^ set(keys)
    if apart:
        message = f"eigenvectors need the same labels on both axes, and '{min(apart, key=str)}' is on one alone"
        raise problem("contradiction", message, at(), _HELP)
    others = [place[key] for key in keys]
    scores = lines.reshape(len(keys), len(keys), -1)[:, others].mean(axis=2)
    unlike = ~np.isclose(scores, scores.T, rtol=_ALIKE, atol=_ALIKE * np.nanmax(np.abs(scores), initial=0.0))
    if unlike.any():
        one, other = np.argwhere(unlike)[0].tolist()
        pair = f"'{keys[one]}' and '{keys[other]}'"
        lacking = bool(np.isnan(scores[one, other]) or np.isnan(scores[other, one]))
        fault = f"{pair} have no score" if lacking else f"{pair} have another score the other way round"
        hint = f"`symmetrize` under transform adds each pair the other way round; {_HELP}" if lacking else _HELP
        raise problem("contradiction", f"eigenvectors need a symmetric matrix, and {fault}", at(), hint)
    return np.asarray((scores + scores.T) / 2, np.float64)


def _first_two(matrix: Floats, by: By, at: At) -> tuple[Floats, Floats]:
    """The eigenvectors of the two highest eigenvalues; raises Problems where others have as high ones."""
    values, vectors = np.linalg.eigh(matrix)
    steps = np.diff(values[::-1])[: 1 if by == "first" else 2]
    if (np.abs(steps) <= _ALIKE * np.abs(values).max()).any():
        message = "the highest eigenvalues are alike: no eigenvectors come first"
        raise problem("contradiction", message, at(), "choose another order")
    first, second = (_signed(vectors[:, -number]) for number in (1, 2))
    return first, second


def _signed(vector: Floats) -> Floats:
    """A vector, whose sign is arbitrary, with that of its largest number made positive."""
    size = np.abs(vector)
    return np.asarray(vector * np.sign(vector[np.argmax(size > size.max() - _ALIKE)]), np.float64)


def _angles(first: Floats, second: Floats) -> Floats:
    """The angle of each label in the plane of two eigenvectors, from straight below on, as corrplot counts it."""
    angles = np.arctan2(second, first)
    return np.where(angles < _ALIKE - np.pi / 2, angles + 2 * np.pi, angles)


def _ranks(numbers: Floats) -> Codes:
    """The rank of each number, alike for those that differ by rounding alone; the file's first in the first half."""
    order = np.argsort(numbers, kind="stable")
    ranks = np.empty(len(numbers), np.int64)
    ranks[order] = np.cumsum(np.diff(numbers[order], prepend=numbers[order[0]]) > _ALIKE)
    return ranks if 2 * ranks[0] <= ranks.max() else ranks.max() - ranks
