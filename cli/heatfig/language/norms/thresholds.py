"""Classes between thresholds."""

from heatfig.language.hints import key, record
from heatfig.language.scalars import Number, Text


@record(noun="norm")
class Thresholds:
    """One colour for all scores between two thresholds; a score at a threshold belongs above it."""

    thresholds: tuple[Number, ...] = key("the scores at which colours change, rising", examples=[[0.01, 0.05]])
    labels: tuple[Text, ...] | None = key(
        "texts on the colorbar, one for each class or for each edge between them; if absent the edges' scores",
        default=None,
        examples=[["strong", "weak", "none"]],
    )
