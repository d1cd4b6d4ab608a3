"""Trees of clustered labels."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Color, Integer


@record(kind="dendrogram")
class Dendrogram:
    """The tree of an axis in order by `cluster`, or like such an axis, each group's its own."""

    clusters: Integer | None = key(
        "cuts the tree into so many clusters, whose branches take a colour each; one colour for all if absent",
        default=None,
        examples=[3],
    )
    colors: tuple[Color, ...] = key(
        "the colours of the clusters, in order from the first row or column on; of a palette of eight if absent",
        default=(),
        examples=[["teal", "#c8553d", "goldenrod"]],
    )
