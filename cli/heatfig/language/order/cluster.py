"""Rows or columns that are alike beside each other."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.scalars import Label

Method = Literal["average", "single", "complete", "weighted", "ward", "centroid", "median"]


@record(noun="order")
class Cluster:
    """Those that are alike beside each other, by hierarchical clustering; `dendrogram` shows the tree beside the grid.

    How far two are apart is told by the cells in which both have a score.
    """

    cluster: Method = key(
        "how far clusters are from each other, by the names of scipy's `linkage`", examples=["average"]
    )
    metric: Literal["euclidean", "cityblock", "correlation", "cosine"] = key(
        "how far two rows or columns are from each other; `correlation` is 1 - r, `cosine` 1 - the angle's cosine",
        default="euclidean",
        examples=["correlation"],
    )
    panel: Label | None = key(
        "the panel whose cells count, by its `name`; if absent all that share the axis and show what the first one "
        "shows",
        default=None,
        examples=["b"],
    )
