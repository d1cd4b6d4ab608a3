"""The key to the colours."""

from typing import Literal

from heatfig.language.hints import key, record
from heatfig.language.model.style import AxisTitle, Style
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Format, Length, Number, PanelName, Percent, Text
from heatfig.scales.sides import Side


@record()
class Steps(Checked):
    """Ticks at even steps."""

    every: Number = key("the multiples of this number have a tick", examples=[0.1])

    def check(self, rules: Rules) -> None:
        """Ticks are apart."""
        if self.every <= 0:
            rules.refuse("out-of-bounds", "ticks are some distance apart", "every", hint="such as 0.1")


@record(noun="colorbar")
class Colorbar(Checked):
    """The key to the colours."""

    per: Literal["panel", "figure"] | None = key(
        "one for each `panel` or one for the `figure`; if absent one for the figure where all panels would have the "
        "same, else one for each",
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
        "where it stands beside the panel or the panels; if absent at the right, or below a single grid that is lower "
        "than a bar is long",
        default=None,
        examples=["bottom"],
    )
    label: AxisTitle = key(
        'text along it, `""` for none; if absent the aggregate and the value, as in `mean accuracy`, '
        "and what it is normalized to; none where the panel's title names it, or the figure's where all show one",
        default=AxisTitle(),
        examples=["Accuracy (%)", "", {"text": "Accuracy (%)", "size": 8}],
    )
    style: Style = key("how its tick labels are set", default=Style(), examples=[{"size": 7}])
    ticks: tuple[Number, ...] | Steps | None = key(
        "the scores that have a tick, inside the range; if absent round ones that `format` does not round, as many as "
        "the bar has room for, up to 9",
        default=None,
        examples=[[0, 0.5, 1], {"every": 0.25}],
    )
    labels: tuple[Text, ...] | None = key(
        "texts for the `ticks` of a list, in their order", default=None, examples=[["low", "medium", "high"]]
    )
    format: Format | None = key(
        "number format of its tick labels; as many decimals as they need if absent", default=None, examples=[".0%"]
    )
    length: Length | Percent | None = key(
        "how long it is, or a share of the side at which it stands; as long as that if absent, or as its ticks need",
        default=None,
        examples=["60%", "30mm"],
    )
    thickness: Length | None = key("how thick it is; follows from the font if absent", default=None, examples=["2mm"])
    extend: Literal["auto", "none"] = key(
        "whether an end is pointed where scores lie outside the range", default="auto", examples=["none"]
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
            rules.refuse("bad-length", "a colorbar is more than nothing", "thickness", hint=hint)
        if self.labels is not None and len(self.labels) != len(self.listed):
            message = f"{len(self.labels)} labels for {len(self.listed)} ticks"
            rules.refuse("wrong-type", message, "labels", hint="ticks: […], with a label for each")
        elif self.labels is not None and self.format is not None:
            message = "`labels` are written as they stand, without a `format`"
            rules.refuse("contradiction", message, "format", hint="leave one of them out")
