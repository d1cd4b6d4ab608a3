"""Classes between thresholds."""

from itertools import pairwise

from heatfig.language.hints import key, record
from heatfig.language.norms.classes import MOST_CLASSES, check_labels
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Number, Text


@record(noun="norm")
class Thresholds(Checked):
    """One colour for all scores between two thresholds. A score equal to a threshold is above it."""

    thresholds: tuple[Number, ...] = key(
        "the scores at which the colour changes, in ascending order", examples=[[0.01, 0.05]]
    )
    labels: tuple[Text, ...] | None = key(
        "texts on the colorbar: one per class, or one per edge (of `bins` both ends included); if absent the "
        "scores at the edges",
        default=None,
        examples=[["strong", "weak", "none"]],
    )

    @property
    def classes(self) -> int:
        """How many classes it has."""
        return len(self.thresholds) + 1

    def check(self, rules: Rules) -> None:
        """Thresholds rise, and each class or edge has a label."""
        if not self.thresholds or any(low >= high for low, high in pairwise(self.thresholds)):
            message = "thresholds must be numbers in ascending order"
            rules.refuse("bad-range", message, "thresholds", hint="such as [0.01, 0.05]")
        if self.classes > MOST_CLASSES:
            message = f"there can be up to {MOST_CLASSES} classes, not {self.classes:,}"
            rules.refuse("out-of-bounds", message, "thresholds", hint="norm: linear blends colours")
        check_labels(self.labels, {self.classes: "class", self.classes - 1: "edge"}, rules)
