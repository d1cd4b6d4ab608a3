"""How lines are drawn, wherever they stand."""

from typing import Literal

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.scalars import Color, Length


@record()
class Stroke:
    """How a line is drawn."""

    width: Length | None = key("how thick it is; `0.75pt` if absent", default=None, examples=["1.5pt"])
    color: Color | None = key("its colour; that of the texts if absent", default=None, examples=["red"])
    dash: Literal["solid", "dashed", "dotted"] = key(
        "whether and how it is broken", default="solid", examples=["dashed"]
    )


@record(Short(scalar="width"))
class Gap(Stroke):
    """The space between cells; with a colour a line that fills it."""


@record(Short(scalar="around"))
class Frame(Stroke):
    """A line around cells."""

    around: Literal["grid", "blocks"] = key(
        "what it runs around: the whole `grid`, or each of the `blocks` into which groups part it",
        default="blocks",
        examples=["grid"],
    )
