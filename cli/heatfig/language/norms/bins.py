"""Equal classes."""

from heatfig.language.hints import key, record
from heatfig.language.norms.classes import MOST_CLASSES, check_labels
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Integer, Text


@record(noun="norm")
class Bins(Checked):
    """A number of classes of equal width, each with one colour."""

    bins: Integer = key("number of classes", examples=[7])
    labels: tuple[Text, ...] | None = key(
        "texts on the colorbar: one per class, or one per edge (of `bins` both ends included); if absent the "
        "scores at the edges",
        default=None,
        examples=[list("GFEDCBA")],
    )

    @property
    def classes(self) -> int:
        """How many classes it has."""
        return self.bins

    def check(self, rules: Rules) -> None:
        """There are some classes, and a label for each or for each edge."""
        if not 1 < self.bins <= MOST_CLASSES:
            message = f"there can be 2 to {MOST_CLASSES} classes, not {self.bins}"
            rules.refuse("out-of-bounds", message, "bins", hint="such as 7")
        check_labels(self.labels, {self.bins: "class", self.bins + 1: "edge"}, rules)
