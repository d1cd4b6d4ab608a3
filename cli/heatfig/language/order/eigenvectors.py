"""By the first eigenvectors of a symmetric matrix."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.order.panel import panel_key
from heatfig.language.scalars import Label


@record(noun="order")
class Eigenvectors:
    """By the first eigenvectors of a symmetric matrix, such as of correlations, so that its patterns show.

    Those have the highest eigenvalues. Of several panels the mean matrix counts. Of the two directions of the order
    that one counts in which the first label of the file comes sooner.
    """

    eigenvectors: Literal["angle", "first"] = key(
        "`angle`: by the angle of the first two (AOE of R's corrplot; Friendly 2002); `first`: by the first one (FPC)",
        examples=["angle"],
    )
    panel: Label | None = panel_key()
