"""By a number of each row or column."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.order.panel import panel_key
from heatfig.language.scalars import Boolean, Label
from heatfig.language.summary import Summary


@record(noun="order")
class By:
    """By a number of each row or column. Those without one come last; ties keep the order of the file."""

    by: Annotated[tuple[Summary, ...], ONE_TOO] = key(
        "the number; of several, later ones break ties",
        examples=["params", {"field": "value", "using": "mean"}],
    )
    descending: Boolean = key("`true` puts the highest first", default=False, examples=[True])
    panel: Label | None = panel_key()
