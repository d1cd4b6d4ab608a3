"""Strips of colours."""

from heatfig.language.forms import Short
from heatfig.language.hints import Off, key, record
from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.colors import Categories, Colormap
from heatfig.language.model.range import Range
from heatfig.language.model.style import Style, TrackName
from heatfig.language.norms import Norm
from heatfig.language.rules import Checked, Rules
from heatfig.language.rules.scale import check_own_colorbar, check_scale
from heatfig.language.scalars import Boolean, Field, Renamed, SomeLength
from heatfig.language.summary import Summary
from heatfig.language.tracks.thickness import thickness_key


@record(Short(scalar="field"), kind="strip")
class Strip(Summary, Checked):
    """A colour for each row or column: of its category, with a legend, or of a number, with a colorbar."""

    field: Field = key(
        "what to show: a column with one text or number per label, the `split` column, or with `using` a field to "
        "summarize",
        examples=["family", "params"],
    )
    colormap: Colormap | Categories | None = key(
        "the colours: a colour per category, or a colormap; if absent greys for numbers, and for texts eight "
        "colours that are easy to tell apart, starting with those that no score has",
        default=None,
        examples=[{"categories": {"Heron": "teal", "Otter": "#c8553d"}}, "Greens"],
    )
    range: Range = key("the numbers of the first and the last colour", default=Range(), examples=[[0, 100]])
    norm: Norm = key("how numbers are mapped to colours", default="linear", examples=["log"])
    label: TrackName = key(
        "its name, at its end and along its colorbar",
        default=TrackName(),
        examples=["Parameters", {"text": "Parameters", "size": 7}],
    )
    labels: Renamed = key(
        "text in the legend by category; if absent the category itself",
        default={},
        examples=[{"Heron": "Heron models"}],
    )
    named: Boolean = key(
        "`true` writes each category on its block of neighbours instead of in the legend",
        default=False,
        examples=[True],
    )
    thickness: SomeLength | None = thickness_key("how thick it is")
    style: Style = key("how the names on blocks are set", default=Style(), examples=[{"size": 7}])
    colorbar: Colorbar | Off = key(
        "its colorbar, for numbers, or `none`", default=Colorbar(), examples=["none", {"side": "bottom"}]
    )

    def check(self, rules: Rules) -> None:
        """The colours of numbers suit each other."""
        check_own_colorbar(rules)
        if not isinstance(self.colormap, Categories):
            check_scale(self, rules)
