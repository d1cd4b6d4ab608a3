"""Rows or columns that are alike beside each other."""

from heatfig.language.hints import key, record
from heatfig.language.order.panel import panel_key
from heatfig.language.scalars import Label
from heatfig.scales.words import Linkage, Metric


@record(noun="order")
class Cluster:
    """By hierarchical clustering, so that similar rows or columns are next to each other.

    Distances use the cells in which both have a score. The track `dendrogram` draws the tree.
    """

    cluster: Linkage = key("the linkage method, as in scipy's `linkage`", examples=["average"])
    metric: Metric = key(
        "the distance between two rows or columns; `correlation` is 1 - r, `cosine` 1 - the cosine of the angle",
        default="euclidean",
        examples=["correlation"],
    )
    panel: Label | None = panel_key()
