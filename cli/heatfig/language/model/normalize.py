"""Scores moved by what the scores around them are."""

from typing import Annotated, Literal

from heatfig.language.forms import Short, Words
from heatfig.language.hints import ONE_TOO, key, record
from heatfig.language.scalars import NewColumn
from heatfig.scales.words import Normalization, Within


@record(Short(scalar="using"), noun="normalize")
class Normalize:
    """What becomes of each score by the other ones within the same label or group, or all; it follows `aggregate`."""

    using: Normalization = key(
        "`share` of the sum; `unit`: over the root of the sum of squares; `zscore`: standard deviations (n - 1) from "
        "the mean; `minmax`: 0 for the least, 1 for the greatest; `center`: difference from the mean; `rank`: 1 for "
        "the lowest, ties share the mean of theirs",
        examples=["share"],
    )
    per: Annotated[tuple[Within, ...], ONE_TOO] = key(
        "within which scores: of each label or group of x or y, or of `all` the grid; a list crosses them",
        default=("all",),
        examples=["y", ["x", "y.group"]],
    )
    into: NewColumn | None = key(
        "name of a field for the result; if absent it takes the place of `value`, which the colour shows",
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
