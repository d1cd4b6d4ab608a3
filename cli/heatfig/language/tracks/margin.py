"""Margins: a summary of each row or column, in cells of its own."""

from heatfig.language.forms import Short
from heatfig.language.hints import Off, key, record
from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.colors import Colormap
from heatfig.language.model.range import Range
from heatfig.language.model.style import Heading, LabelStyle
from heatfig.language.norms import Norm
from heatfig.language.rules import Checked, Rules
from heatfig.language.rules.scale import check_own_colorbar, check_scale
from heatfig.language.scalars import Format
from heatfig.language.summary import Summary


@record(Short(scalar="field"), kind="margin")
class Margin(Summary, Checked):
    """A cell for a number of each row or column, apart from the grid, in colours that panels share."""

    colormap: Colormap | None = key(
        "colours of its own; if absent those of the grid where it is a mean, median, least or highest value of the "
        "grid, else greys",
        default=None,
        examples=["Greens"],
    )
    range: Range = key(
        "the numbers of the first and the last colour, of colours of its own", default=Range(), examples=[[0, 1]]
    )
    norm: Norm = key("how numbers spread over colours of its own", default="linear", examples=["log"])
    format: Format | None = key(
        "number format in which each number is written; if absent that of `annotations`, and none without these",
        default=None,
        examples=[".2f"],
    )
    label: Heading = key(
        "text over it; if absent the aggregate and the field, as in `mean accuracy`",
        default=Heading(),
        examples=["Mean", {"text": "Mean", "bold": True}],
    )
    style: LabelStyle = key(
        "how its numbers are set, black or white after their colours if no colour is said; in a condition `value`, and "
        "what `best` compares, is the margin's number",
        default=LabelStyle(),
        examples=[{"bold": True}, {"bold": {"best": "max"}}],
    )
    colorbar: Colorbar | Off = key(
        "the key to colours of its own, or `none`", default=Colorbar(), examples=["none", {"side": "bottom"}]
    )

    def check(self, rules: Rules) -> None:
        """Its colours suit each other."""
        check_own_colorbar(rules)
        check_scale(self, rules)
