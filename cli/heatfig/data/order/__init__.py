"""Orders: each finds how the rows or columns of grids stand, once the grids are there."""

from functools import partial
from typing import assert_never

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.data.order.axis import Axis
from heatfig.data.order.by import By, by_summary
from heatfig.data.order.cluster import Cluster, Tree, clustered
from heatfig.data.order.eigenvectors import Eigenvectors, by_eigenvectors
from heatfig.data.order.file import File
from heatfig.data.order.lexicographic import Lexicographic, by_lines
from heatfig.data.order.like import Like, as_other
from heatfig.data.order.listed import Listed, by_list
from heatfig.data.order.sorted import Sorted, sorted_ranks
from heatfig.data.table import At
from heatfig.runtime.deferred import dataclass

Order = File | Sorted | Listed | By | Cluster | Lexicographic | Eigenvectors | Like
GroupOrder = File | Sorted | Listed | By


@dataclass(frozen=True, eq=False)
class Ordered:
    """Where each place of an axis takes its key from, and the trees, one a group, of what was clustered."""

    places: Codes
    trees: tuple[Tree, ...] = ()


def ordered(axis: Axis, order: Order, groups: GroupOrder, at: At) -> Ordered:
    """The order within groups, which stand in an order of their own; ties stand as in the file.

    `at` leads from the axis to what the spec says of either order.
    """
    outer = _ranks(axis.of_groups(), groups, partial(at, "group", "order"))
    at = partial(at, "order")
    of_key = outer[axis.group_codes]
    if isinstance(order, Like):
        return Ordered(as_other(axis, order, at), order.trees)
    if isinstance(order, Cluster):
        members = [np.flatnonzero(of_key == rank) for rank in np.unique(of_key)]
        found = [clustered(axis.take(places), order, at) for places in members]
        places = np.concatenate([part[each.leaves] for part, each in zip(members, found, strict=True)])
        return Ordered(places, tuple(found))
    return Ordered(np.lexsort((np.arange(len(axis.keys)), _ranks(axis, order, at), of_key)))


def _ranks(axis: Axis, order: Order, at: At) -> Codes:
    """The rank of each key: lower ones come first."""
    match order:
        case File():
            return np.arange(len(axis.keys))
        case Sorted():
            return sorted_ranks(axis.names, axis.positions)
        case Listed():
            return by_list(axis, order)
        case By():
            return by_summary(axis, order, at)
        case Lexicographic():
            return by_lines(axis, order, at)
        case Eigenvectors():
            return by_eigenvectors(axis, order, at)
        case Cluster() | Like():
            raise AssertionError("an order of groups and labels at once")
    assert_never(order)
