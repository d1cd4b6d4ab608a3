"""cluster: lines that are alike beside each other, by a tree of them."""

from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Codes, Floats
from heatfig.data.order.axis import Axis
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Linkage, Metric

MAX_LEAVES = 5_000  # the distances of so many lines take 100 MB


@dataclass(frozen=True)
class Cluster:
    """How far clusters are from each other, and lines."""

    method: Linkage = "average"
    metric: Metric = "euclidean"


@dataclass(frozen=True, eq=False)
class Tree:
    """Clusters of lines: `merges` as scipy's linkage has them, `leaves` the lines in the order of the tree."""

    merges: NDArray[np.float64]
    leaves: Codes


def clustered(axis: Axis, order: Cluster, at: At) -> Tree:
    """The tree of the lines of an axis; raises Problems for too many lines, and for two that share no score."""
    count = len(axis.keys)
    check_count(count, "to cluster", at)
    if count < 2:
        return Tree(np.empty((0, 4)), np.arange(count))
    from scipy.cluster.hierarchy import leaves_list, linkage

    with np.errstate(over="ignore", invalid="ignore"):
        distances = _distances(axis, np.concatenate(axis.lines(), axis=1), order.metric, at)
    if not np.isfinite(distances).all():
        message = "scores are too large for distances between lines of them"
        raise problem("too-large", message, at(), "cluster logarithms of them, or choose another order")
    merges = linkage(distances, order.method)
    return Tree(merges, np.asarray(leaves_list(merges), np.int64))


def check_count(count: int, purpose: str, at: At) -> None:
    """Raise Problems for more lines than are compared each with each."""
    if count > MAX_LEAVES:
        message = f"{count:,} lines are too many {purpose}"
        raise problem("too-large", message, at(), f"at most {MAX_LEAVES:,}; `where` chooses rows")


def owners(tree: Tree, clusters: int) -> dict[int, int]:
    """The cluster of each leaf and branch below the cut that leaves so many clusters."""
    count = len(tree.leaves)
    found: dict[int, int] = {}
    for node in reversed(range(count + len(tree.merges) - clusters + 1)):
        owner = found.setdefault(node, node)
        if node >= count:
            found.update(dict.fromkeys(tree.merges[node - count, :2].astype(int).tolist(), owner))
    return found


def _distances(axis: Axis, lines: Floats, metric: Metric, at: At) -> Floats:
    """The distance of each pair over the scores that both have, as if it had all of them."""
    if metric in {"euclidean", "cityblock"} and not np.isnan(lines).any():
        from scipy.spatial.distance import pdist

        return np.asarray(pdist(lines, metric), np.float64)
    found = [_from_one(axis, lines, row, metric, at) for row in range(len(lines) - 1)]
    return np.concatenate(found)


def _from_one(axis: Axis, lines: Floats, row: int, metric: Metric, at: At) -> Floats:
    """The distances of a line from those behind it."""
    one, others = lines[row], lines[row + 1 :]
    both = ~np.isnan(one) & ~np.isnan(others)
    shared = both.sum(axis=1)
    if not shared.all():
        other = axis.keys[row + 1 + int(shared.argmin())]
        message = f"'{axis.keys[row]}' and '{other}' have no cell in which both have a score: they have no distance"
        raise problem("nothing-shared", message, at(), "leave one of them out, or choose another order")
    found = _measured(one, others, both, metric)
    if np.isnan(found).any():
        other = axis.keys[row + 1 + int(np.isnan(found).argmax())]
        message = f"'{axis.keys[row]}' and '{other}' have no {metric}: the scores of one are all alike"
        raise problem("nothing-shared", message, at(), "cluster by euclidean distances")
    return found


def _measured(one: Floats, others: Floats, both: NDArray[np.bool_], metric: Metric) -> Floats:
    """The distances of a line from others over the scores that both have; NaN where they have none."""
    shared = both.sum(axis=1)
    here, there = np.where(both, one, 0), np.where(both, others, 0)
    scale = len(one) / shared
    match metric:
        case "euclidean":
            return np.asarray(np.sqrt(((here - there) ** 2).sum(axis=1) * scale), np.float64)
        case "cityblock":
            return np.asarray(np.abs(here - there).sum(axis=1) * scale, np.float64)
        case "cosine":
            return _cosine(here, there)
        case "correlation":  # that of scores about their means
            return _cosine(*(np.where(both, each - (each.sum(axis=1) / shared)[:, None], 0) for each in (here, there)))
    assert_never(metric)


def _cosine(here: Floats, there: Floats) -> Floats:
    """The cosine distance of each pair, NaN where one of it has no length."""
    lengths = np.sqrt((here**2).sum(axis=1) * (there**2).sum(axis=1))
    lengths[lengths <= 1e-300] = np.nan
    return np.asarray(np.maximum(1 - (here * there).sum(axis=1) / lengths, 0), np.float64)
