"""By a number of each row or column."""

from typing import Annotated

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.scalars import Boolean, Label
from heatfig.language.summary import Summary


@record(noun="order")
class By:
    """By a number of each row or column, those without one last; ties stand as in the file."""

    by: Annotated[tuple[Summary, ...], ONE_TOO] = key(
        "the number, or several, of which later ones tell ties apart",
        examples=["params", {"field": "value", "using": "mean"}],
    )
    descending: Boolean = key("`true` puts the highest first", default=False, examples=[True])
    panel: Label | None = key(
        "the panel whose cells count, by its `name`; if absent all that share the axis and show what the first one "
        "shows",
        default=None,
        examples=["b"],
    )
