"""The best of some cells."""

from typing import Annotated, Literal

from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.scalars import Count, NumberField
from heatfig.scales.words import Within


@record(noun="condition")
class Best:
    """The best cells: the highest or lowest score, over the whole grid or `per` column or row.

    Scores that are equal as shown tie.
    """

    best: Literal["max", "min"] = key(
        "which is best: the highest (`max`) or the lowest (`min`) number", examples=["max"]
    )
    field: NumberField | None = key(
        "the field that is compared; if absent the first one in the text, else `value`",
        default=None,
        examples=["value"],
    )
    rank: Count = key("`2` for the second best; ties share a rank", default=1, examples=[2])
    per: Annotated[tuple[Within, ...], ONE_TOO] = key(
        "where to look for the best: `x` within each column, `y` within each row, `x.group` or `y.group` within "
        "each group of columns or rows, `all` over the whole grid; a list combines them: `[x, y.group]` within "
        "each column of each group of rows",
        default=("all",),
        examples=["x", ["x", "y.group"]],
    )
