"""Trees of clustered labels."""

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Color, Count, SomeLength
from heatfig.language.tracks.thickness import thickness_key


@record(kind="dendrogram")
class Dendrogram(Checked):
    """The tree of an axis that is ordered by `cluster` or `like` a clustered axis.

    With groups, each has its own tree.
    """

    color: Color | dict[Color, Condition] | None = key(
        "its colour, or colours of rows or columns by condition, of which the first that holds is used; a branch "
        "has the colour that all its rows or columns have; if absent that of other texts",
        default=None,
        examples=["teal", {"teal": {"family": "Heron"}, "firebrick": {"family": "Otter"}}],
    )
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
        """Colours are those of clusters, or of what holds for the leaves."""
        if self.colors and self.clusters is None:
            message = "`colors` are for clusters, and `clusters` does not say how many"
            rules.refuse("contradiction", message, "colors", hint="clusters: 3")
        if self.clusters is not None and self.color is not None:
            message, hint = "each cluster has a colour of its own", "colors: [COLOUR, …], or leave out `clusters`"
            rules.refuse("contradiction", message, "color", hint=hint)
