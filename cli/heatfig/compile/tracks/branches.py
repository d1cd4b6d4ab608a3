"""Colours of a tree's branches: of clusters, or of what holds for the leaves."""

from collections.abc import Mapping, Sequence

import numpy as np

from heatfig.data.columns.arrays import Floats
from heatfig.data.order.cluster import Tree, owners
from heatfig.runtime.arrays import RGB


def of_clusters(tree: Tree, clusters: int, colors: Sequence[RGB]) -> Mapping[int, RGB | None]:
    """The colour of each leaf and branch below the cut: that of its cluster, as these stand."""
    owner = owners(tree, clusters)
    found = sorted(set(owner.values()), key=lambda cluster: float(middles(tree)[cluster]))
    of_cluster = {cluster: colors[number % len(colors)] for number, cluster in enumerate(found)}
    return {node: of_cluster[cluster] for node, cluster in owner.items()}


def of_branches(tree: Tree, along: Sequence[RGB | None]) -> Mapping[int, RGB | None]:
    """The colour of each leaf, as they stand along the axis, and of each branch whose leaves all have one."""
    shades: dict[int, RGB | None] = dict(zip(tree.leaves.tolist(), along, strict=True))
    for node, (one, other) in enumerate(tree.merges[:, :2].astype(int).tolist(), start=len(along)):
        shades[node] = shades[one] if shades[one] == shades[other] else None
    return shades


def middles(tree: Tree) -> Floats:
    """Where each leaf, and each cluster, has its branch, in cells."""
    count = len(tree.leaves)
    at = np.empty(count + len(tree.merges))
    at[tree.leaves] = np.arange(count) + 0.5
    for node, (one, other) in enumerate(tree.merges[:, :2].astype(int).tolist(), start=count):
        at[node] = (at[one] + at[other]) / 2
    return at
