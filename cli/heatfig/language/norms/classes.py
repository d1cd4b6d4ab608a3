"""What norms of classes have in common."""

from collections.abc import Mapping, Sequence

from heatfig.language.rules import Rules

MOST_CLASSES = 256


def check_labels(labels: Sequence[str] | None, counts: Mapping[int, str], rules: Rules) -> None:
    """There are as many labels as one of these counts, which says what each label is for."""
    if labels is not None and len(labels) not in counts:
        wanted = " or ".join(f"{count} labels (one per {what})" for count, what in counts.items())
        rules.refuse("wrong-type", f"expected {wanted}, got {len(labels)}", "labels", hint="add or drop some")
