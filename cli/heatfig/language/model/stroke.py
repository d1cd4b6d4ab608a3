"""How lines are drawn, wherever they stand."""

from typing import Literal

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Color, Length


@record()
class Stroke(Checked):
    """How a line is drawn."""

    width: Length | None = key("how thick it is; `0.75pt` if absent", default=None, examples=["1.5pt"])
    color: Color | None = key("its colour; that of the texts if absent", default=None, examples=["red"])
    dash: Literal["solid", "dashed", "dotted"] = key(
        "whether and how it is broken", default="solid", examples=["dashed"]
    )

    def check(self, rules: Rules) -> None:
        """A line is seen."""
        check_width(self, rules, "such as 1pt")


@record(Short(scalar="width"))
class Gap(Stroke):
    """The space between cells; with a colour a line that fills it."""

    def check(self, rules: Rules) -> None:
        """Only a line has dashes; a gap of nothing is none."""
        if self.dash != "solid" and self.color is None:
            rules.refuse("contradiction", "a gap without a colour has no dashes", "dash", hint="add color: …")


@record(Short(scalar="around"))
class Frame(Stroke):
    """A line around cells."""

    around: Literal["grid", "blocks"] = key(
        "what it runs around: the whole `grid`, or each of the `blocks` into which groups part it; where `blocks` is "
        "written, also of groups without a gap between them",
        default="blocks",
        examples=["grid"],
    )

    def check(self, rules: Rules) -> None:
        """A line is seen, or there is none."""
        check_width(self, rules, "such as 1pt, or none")


def check_width(stroke: Stroke, rules: Rules, hint: str) -> None:
    """A stroke is more than nothing."""
    if stroke.width == 0:
        rules.refuse("bad-length", "a stroke is more than nothing", "width", hint=hint)
