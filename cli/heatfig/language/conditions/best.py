"""The best of some cells."""

from typing import Annotated, Literal

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.scalars import Count, NumberField
from heatfig.scales.words import Within


@record(noun="condition")
class Best:
    """Or the best of the cells within each label or group; equal as they are shown is equally good."""

    best: Literal["max", "min"] = key("whether the highest or the lowest is best", examples=["max"])
    field: NumberField | None = key(
        "what of them is compared; if absent the field that the text shows first, else `value`",
        default=None,
        examples=["value"],
    )
    rank: Count = key("`2` for the second best; ties share a rank", default=1, examples=[2])
    per: Annotated[tuple[Within, ...], ONE_TOO] = key(
        "within which cells: of each label or group of x or y, or of `all` the grid; a list crosses them",
        default=("all",),
        examples=["x", ["x", "y.group"]],
    )
