"""Trees of clustered labels."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Color, Count, SomeLength
from heatfig.language.tracks.thickness import thickness_key


@record(kind="dendrogram")
class Dendrogram(Checked):
    """The tree of an axis that is ordered by `cluster` or `like` a clustered axis.

    With groups, each has its own tree.
    """

    clusters: Count | None = key(
        "cuts the tree into this many clusters, each with a colour; if absent the tree has one colour",
        default=None,
        examples=[3],
    )
    colors: tuple[Color, ...] = key(
        "the colours of the clusters, in the order of rows or columns; if absent from a palette of eight",
        default=(),
        examples=[["teal", "#c8553d", "goldenrod"]],
    )
    thickness: SomeLength | None = thickness_key("how high it is, from the leaves to the root")

    def check(self, rules: Rules) -> None:
        """Colours are those of clusters."""
        if self.colors and self.clusters is None:
            message = "`colors` are for clusters, and `clusters` does not say how many"
            rules.refuse("contradiction", message, "colors", hint="clusters: 3")
