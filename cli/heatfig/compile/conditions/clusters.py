"""Cells of one cluster, by the cut of the tree that both axes share."""

import numpy as np

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.data.columns.arrays import Codes
from heatfig.data.order.cluster import Tree, owners
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.language.conditions import Clusters
from heatfig.runtime.arrays import Flags

_HINT = "axes: {y: {order: {cluster: average}}, x: {order: {like: y}}}"


def one_cluster(panel: PanelCells, spec: Clusters, at: At) -> Flags:
    """The cells whose row and column are in one cluster; raises Problems where the axes do not share a tree."""
    trees, count = panel.y_trees, sum(len(tree.leaves) for tree in panel.y_trees)
    if not trees or panel.x_trees is not trees or panel.cells.shape[:2] != (count, count):
        raise problem("contradiction", "cells are in clusters where both axes stand whole by one tree", at(), _HINT)
    leaves = min(len(tree.leaves) for tree in trees)
    if spec.clusters > leaves:
        message = f"a tree of {leaves} leaves cannot be cut into {spec.clusters} clusters"
        raise problem("out-of-bounds", message, at("clusters"), f"{leaves} at most")
    of_line = np.concatenate(
        [_of_leaves(tree, spec.clusters) + number * 2 * count for number, tree in enumerate(trees)]
    )
    rows, columns = (of_line[::-1] if name in panel.backwards else of_line for name in ("y", "x"))
    return np.repeat((rows[:, None] == columns)[:, :, None], panel.cells.shape[2], axis=2)


def _of_leaves(tree: Tree, clusters: int) -> Codes:
    """The cluster of each leaf, in the order of the tree."""
    owner = owners(tree, clusters)
    return np.array([owner[leaf] for leaf in tree.leaves.tolist()], np.int64)
