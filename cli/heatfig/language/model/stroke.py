"""How lines are drawn, wherever they stand."""

from typing import Literal

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Color, Length
from heatfig.scales.words import Dash


@record(noun="stroke")
class Stroke(Checked):
    """How a line is drawn."""

    width: Length | None = key("line width; `0.75pt` if absent", default=None, examples=["1.5pt"])
    color: Color | None = key("its colour; that of the texts if absent", default=None, examples=["red"])
    dash: Dash = key("line style", default="solid", examples=["dashed"])

    def check(self, rules: Rules) -> None:
        """A line is seen."""
        check_width(self, rules, "such as 1pt")


@record(Short(scalar="width"))
class Gap(Stroke):
    """The space between cells. With a `color` it is filled by a line."""

    def check(self, rules: Rules) -> None:
        """Only a line has dashes; a gap of nothing is none."""
        if self.dash != "solid" and self.color is None:
            rules.refuse("contradiction", "a gap without a colour has no dashes", "dash", hint="add color: …")


@record(Short(scalar="around"))
class Frame(Stroke):
    """A line around the grid or its blocks."""

    around: Literal["grid", "blocks"] = key(
        "the whole `grid`, or each of the `blocks` that groups or gaps make; where `blocks` is written, also of groups "
        "without a gap",
        default="blocks",
        examples=["grid"],
    )

    def check(self, rules: Rules) -> None:
        """A line is seen, or there is none."""
        check_width(self, rules, "such as 1pt, or none")


def check_width(stroke: Stroke, rules: Rules, hint: str) -> None:
    """A stroke is more than nothing."""
    if stroke.width == 0:
        rules.refuse("bad-length", "the width of a line must be above 0", "width", hint=hint)
