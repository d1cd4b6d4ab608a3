"""Scores moved by what the scores around them are."""

from typing import Annotated, Literal

from heatfig.language.forms import Short, Words
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.scalars import NewColumn
from heatfig.scales.words import Normalization, Within


@record(Short(scalar="using"), noun="normalize")
class Normalize:
    """Replaces each score by how it compares with others in its row, column or group, or in the whole grid.

    It follows `aggregate`.
    """

    using: Normalization = key(
        "`share`: divided by the sum; `unit`: divided by the root of the sum of squares; `zscore`: standard "
        "deviations (n - 1) from the mean; `minmax`: from 0 for the lowest to 1 for the highest; `center`: minus "
        "the mean; `rank`: 1 for the lowest, ties share their mean rank",
        examples=["share"],
    )
    per: Annotated[tuple[Within, ...], ONE_TOO] = key(
        "which scores to compare with: `x` within each column, `y` within each row, `x.group` or `y.group` within "
        "each group of columns or rows, `all` over the whole grid; a list combines them: `[x, y.group]` within "
        "each column of each group of rows",
        default=("all",),
        examples=["y", ["x", "y.group"]],
    )
    into: NewColumn | None = key(
        "name of a new field for the result; if absent it replaces the score",
        default=None,
        examples=["share"],
    )
    undefined: Literal["error", "missing"] = key(
        "what becomes of scores that have nothing to be normalized by, as where all are alike and have no standard "
        "deviation or range, or all are 0 and have no share: an `error`, or `missing`, which the legend says",
        default="error",
        examples=["missing"],
    )


Normalized = Annotated[tuple[Normalize, ...], ONE_TOO] | Annotated[tuple[Normalize, ...], Words({"none": ()})]
