"""Trees of clustered labels: where their branches meet, and to which cluster each belongs."""

from dataclasses import replace

import numpy as np

from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.data.columns.arrays import Floats
from heatfig.data.order.cluster import Tree, owners
from heatfig.diagnostics import problem
from heatfig.language.tracks.dendrogram import Dendrogram as Spec
from heatfig.plan.tracks.dendrogram import Dendrogram, Joint
from heatfig.scales.palettes import PALETTE


def dendrogram(place: TrackPlace, spec: Spec) -> MadeTrack:
    """The trees of the groups of an axis side by side; raises Problems where it is not clustered."""
    trees = place.cells.y_trees if place.axis == "y" else place.cells.x_trees
    if not trees:
        message = f"the {place.axis} axis is not clustered: it has no tree"
        raise problem("contradiction", message, place.at(), f"axes: {{{place.axis}: {{order: {{cluster: average}}}}}}")
    leaves = min(len(tree.leaves) for tree in trees)
    if spec.clusters is not None and spec.clusters > leaves:
        message = f"a tree of {leaves} leaves cannot be cut into {spec.clusters} clusters"
        raise problem("out-of-bounds", message, place.at("clusters"), f"{leaves} at most")
    colors = tuple(place.color(text, "colors", n) for n, text in enumerate(spec.colors)) or PALETTE
    highest = max((float(tree.merges[-1, 2]) for tree in trees if len(tree.merges)), default=0.0) or 1.0
    joints: list[Joint] = []
    first = 0
    for tree in trees:
        owner = owners(tree, spec.clusters)
        found = sorted(set(owner.values()), key=lambda cluster: float(_middles(tree)[cluster]))
        of_cluster = {cluster: colors[number % len(colors)] for number, cluster in enumerate(found)}
        own = _joints(tree, first, highest)
        joints += [replace(joint, color=of_cluster.get(owner.get(node, -1))) for node, joint in own.items()]
        first += len(tree.leaves)
    shown = [_turned(joint, first) for joint in joints] if place.backwards else joints
    return MadeTrack(Dendrogram(tuple(shown), spec.thickness))


def _joints(tree: Tree, first: int, highest: float) -> dict[int, Joint]:
    """The joint of each cluster of a tree whose leaves stand from the cell `first` on."""
    count, at = len(tree.leaves), _middles(tree) + first
    heights = np.concatenate([np.zeros(count), tree.merges[:, 2] / highest])
    joints = {}
    for node, pair in enumerate(tree.merges[:, :2].astype(int).tolist(), start=count):
        one, other = sorted(pair, key=lambda branch: float(at[branch]))
        (first_at, second_at), (low, high) = (found[[one, other]].tolist() for found in (at, heights))
        joints[node] = Joint(first_at, second_at, low, high, float(heights[node]))
    return joints


def _middles(tree: Tree) -> Floats:
    """Where each leaf, and each cluster, has its branch, in cells."""
    count = len(tree.leaves)
    at = np.empty(count + len(tree.merges))
    at[tree.leaves] = np.arange(count) + 0.5
    for node, (one, other) in enumerate(tree.merges[:, :2].astype(int).tolist(), start=count):
        at[node] = (at[one] + at[other]) / 2
    return at


def _turned(joint: Joint, count: int) -> Joint:
    """The joint on an axis of so many cells that runs the other way."""
    first, second = count - joint.second, count - joint.first
    return replace(
        joint, first=first, second=second, first_height=joint.second_height, second_height=joint.first_height
    )
