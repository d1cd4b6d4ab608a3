"""The key to the colours."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.model.style import AxisTitle, Style
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Format, Length, Number, PanelName, Percent, Text
from heatfig.scales.sides import Side
from heatfig.scales.words import AlongSide


@record()
class Steps(Checked):
    """Ticks at even steps."""

    every: Number = key("ticks at multiples of this number", examples=[0.1])

    def check(self, rules: Rules) -> None:
        """Ticks are apart."""
        if self.every <= 0:
            rules.refuse("out-of-bounds", "ticks are some distance apart", "every", hint="such as 0.1")


@record(noun="colorbar")
class Colorbar(Checked):
    """The colorbar: the key to the colours."""

    per: Literal["panel", "figure"] | None = key(
        "one per `panel`, or one for the `figure`; this is an error where panels differ, and `share: {color: true}` "
        "gives them one scale. If absent one for the figure where all panels would have the same, else one for "
        "neighbours in a row that would",
        default=None,
        examples=["panel"],
    )
    panels: tuple[PanelName, ...] | None = key(
        "names of panels (values of the facet's column) that have one together, beside them all, as the first of them "
        "that says so has it; they stand in one row, one column or a block of the page, and share their colours",
        default=None,
        name="for",
        examples=[["a", "b"]],
    )
    side: Side | None = key(
        "its side of the panel or panels; if absent `right`, or `bottom` for a single grid that is too low for a "
        "colorbar",
        default=None,
        examples=["bottom"],
    )
    label: AxisTitle = key(
        'text along it, `""` for none; if absent the aggregate, the value and how it is normalized, as in `mean '
        "accuracy`, unless a title already says so",
        default=AxisTitle(),
        examples=["Accuracy (%)", "", {"text": "Accuracy (%)", "size": 8}],
    )
    style: Style = key("how its tick labels are set", default=Style(), examples=[{"size": 7}])
    ticks: tuple[Number, ...] | Steps | None = key(
        "the scores with ticks, inside the range; if absent up to 9 round ones that `format` shows exactly",
        default=None,
        examples=[[0, 0.5, 1], {"every": 0.25}],
    )
    labels: tuple[Text, ...] | None = key(
        "texts for a list of `ticks`, in their order", default=None, examples=[["low", "medium", "high"]]
    )
    format: Format | None = key(
        "number format of its tick labels; if absent with as many decimals as needed, and of the kind (percent, prefix "
        "of SI, unit, commas) that the texts of the value in cells have",
        default=None,
        examples=[".0%"],
    )
    length: Length | Percent | None = key(
        "its length, or a percentage of the side at which it is; if absent 100 %, or what its ticks need",
        default=None,
        examples=["60%", "30mm"],
    )
    align: AlongSide | None = key(
        "which end of the side a bar of a `length` stands at: the left or upper one (`start`), the right or lower one "
        "(`end`), or none (`center`)",
        default=None,
        examples=["end"],
    )
    thickness: Length | None = key("its thickness; if absent it follows the font", default=None, examples=["2mm"])
    extend: Literal["auto", "none"] = key(
        "`auto`: pointed ends where scores lie outside the range; `none`: never", default="auto", examples=["none"]
    )

    @property
    def listed(self) -> tuple[float, ...]:
        """The ticks that are listed one by one."""
        return self.ticks if isinstance(self.ticks, tuple) else ()

    def check(self, rules: Rules) -> None:
        """It is of all panels or of some, has a thickness, and each label its tick and no other format."""
        if self.per == "figure" and self.panels is not None:
            message, hint = "`per: figure` is one for all panels, `for` one for some", "leave one of them out"
            rules.refuse("contradiction", message, "for", hint=hint)
        rules.once(self.panels, "for")
        if self.thickness == 0:
            hint = "such as 2mm, or colorbar: none"
            rules.refuse("bad-length", "the thickness of a colorbar must be above 0", "thickness", hint=hint)
        if self.align is not None and self.length is None:
            message = "`align` moves a colorbar that is shorter than its side, and this one has no `length`"
            rules.refuse("contradiction", message, "align", hint="length: 50%")
        if self.labels is not None and len(self.labels) != len(self.listed):
            message = f"expected {len(self.listed)} labels, one per tick, got {len(self.labels)}"
            rules.refuse("wrong-type", message, "labels", hint="ticks: […], with a label for each")
        elif self.labels is not None and self.format is not None:
            message = "`labels` are shown as written, without a `format`"
            rules.refuse("contradiction", message, "format", hint="leave one of them out")
