"""Margins: a summary of each row or column, in cells of its own."""

from heatfig.language.forms import Short
from heatfig.language.hints import Off, key, record
from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.colors import Colormap
from heatfig.language.model.range import Range
from heatfig.language.model.style import LabelStyle, TrackName
from heatfig.language.norms import Norm
from heatfig.language.rules import Checked, Rules
from heatfig.language.rules.scale import check_own_colorbar, check_scale
from heatfig.language.scalars import Format
from heatfig.language.summary import Summary


@record(Short(scalar="field"), kind="margin")
class Margin(Summary, Checked):
    """Cells beside the grid for a summary of each row or column, such as its mean. Panels share their colours."""

    colormap: Colormap | None = key(
        "colours of its own; if absent those of the grid, for a mean, median, minimum or maximum of the score, "
        "else greys",
        default=None,
        examples=["Greens"],
    )
    range: Range = key("the numbers at the ends of its own colours", default=Range(), examples=[[0, 1]])
    norm: Norm = key("how numbers are mapped to its own colours", default="linear", examples=["log"])
    format: Format | None = key(
        "number format of the numbers; if absent that of `annotations`; without annotations there are no numbers",
        default=None,
        examples=[".2f"],
    )
    label: TrackName = key(
        "name of the margin; if absent the aggregate and the field, as in `mean accuracy`",
        default=TrackName(),
        examples=["Mean", {"text": "Mean", "bold": True}],
    )
    style: LabelStyle = key(
        "how its numbers are set; black or white, depending on the cell, if no colour is given; in a condition, "
        "`value` and what `best` compares are the margin's numbers",
        default=LabelStyle(),
        examples=[{"bold": True}, {"bold": {"best": "max"}}],
    )
    colorbar: Colorbar | Off = key(
        "the colorbar of its own colours, or `none`", default=Colorbar(), examples=["none", {"side": "bottom"}]
    )

    def check(self, rules: Rules) -> None:
        """Its colours suit each other."""
        check_own_colorbar(rules)
        check_scale(self, rules)
