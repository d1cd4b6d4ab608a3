"""Rows or columns that are alike beside each other."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.scalars import Label

Method = Literal["average", "single", "complete", "weighted", "ward", "centroid", "median"]


@record(noun="order")
class Cluster:
    """By hierarchical clustering, so that similar rows or columns are next to each other.

    Distances use the cells in which both have a score. The track `dendrogram` draws the tree.
    """

    cluster: Method = key("the linkage method, as in scipy's `linkage`", examples=["average"])
    metric: Literal["euclidean", "cityblock", "correlation", "cosine"] = key(
        "the distance between two rows or columns; `correlation` is 1 - r, `cosine` 1 - the cosine of the angle",
        default="euclidean",
        examples=["correlation"],
    )
    panel: Label | None = key(
        "the panel to order by, by its `name`; if absent all panels that share the axis and show the same as the "
        "first one",
        default=None,
        examples=["b"],
    )
