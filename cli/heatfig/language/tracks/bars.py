"""Bars of a number of each row or column."""

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.scores import Spread
from heatfig.language.scalars import Color, Format, Text
from heatfig.language.summary import Summary


@record(Short(scalar="field"), kind="bars")
class Bars(Summary):
    """A bar for a number of each row or column, from 0 on, with a scale of its own."""

    spread: Spread | None = key(
        "a stroke over each bar that reaches as far to either side as the numbers behind `using` lie apart, by one of "
        "the words of `aggregate`",
        default=None,
        examples=["std"],
    )
    label: Text | None = key(
        "text at the scale; if absent what it is of, behind how its numbers became one",
        default=None,
        examples=["Parameters", ""],
    )
    color: Color = key("colour of the bars", default="#7d8ca3", examples=["teal"])
    format: Format | None = key(
        "number format of the scale; as many decimals as it needs if absent", default=None, examples=[".0%"]
    )
