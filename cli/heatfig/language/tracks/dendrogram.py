"""Trees of clustered labels."""

from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Color, Count, SomeLength
from heatfig.language.tracks.thickness import thickness_key


@record(kind="dendrogram")
class Dendrogram(Checked):
    """The tree of an axis in order by `cluster`, or like such an axis, each group's its own."""

    clusters: Count | None = key(
        "cuts the tree into so many clusters, whose branches take a colour each; one colour for all if absent",
        default=None,
        examples=[3],
    )
    colors: tuple[Color, ...] = key(
        "the colours of the clusters, in order from the first row or column on; of a palette of eight if absent",
        default=(),
        examples=[["teal", "#c8553d", "goldenrod"]],
    )
    thickness: SomeLength | None = thickness_key("how high it is, from the leaves to the root")

    def check(self, rules: Rules) -> None:
        """Colours are those of clusters."""
        if self.colors and self.clusters is None:
            message = "`colors` are those of clusters, and `clusters` does not say how many there are"
            rules.refuse("contradiction", message, "colors", hint="clusters: 3")
