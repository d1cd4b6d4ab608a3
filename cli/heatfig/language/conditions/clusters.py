"""Cells of lines that belong together."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Count


@record(noun="condition")
class Clusters:
    """The cells whose row and column are in one cluster, where both axes stand by one tree.

    An `outline` with `union` around them draws a rectangle for each cluster, as `addrect` of R's corrplot does.
    """

    clusters: Count = key("how many clusters the tree is cut into", examples=[2])
