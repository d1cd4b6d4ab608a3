"""From scores to colours: the range, the colormap and their key, the colorbar."""

from typing import Literal

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.axes import Side
from heatfig.language.model.style import AxisTitle, Style
from heatfig.language.scalars import Color, ColormapName, Format, Label, Number


@record(Short(items=("min", "max")), noun="range", whole=True)
class Range:
    """The scores at the ends of the colours; what is absent is taken from all scores that share the norm.

    A panel's range replaces the figure's as a whole: `range: {max: 10}` leaves the lower end to the scores.
    """

    min: Number | None = key("score of the first colour", default=None, examples=[0])
    max: Number | None = key("score of the last colour", default=None, examples=[1])
    center: Number | None = key(
        "score of the middle colour, for diverging colormaps; with `norm: linear` colour steps per unit are equal on "
        "both sides, so only the limit farther from it has an end colour",
        default=None,
        examples=[0.5],
    )


@record()
class Part:
    """The part of a colormap that is used, and the colours of scores outside the range."""

    first: Number = key("where the part to use begins, 0 to 1", default=0.0, name="from", examples=[0.2])
    last: Number = key("where the part to use ends, 0 to 1", default=1.0, name="to", examples=[0.9])
    under: Color | None = key(
        "colour of scores below the range; the first colour if absent", default=None, examples=["black"]
    )
    over: Color | None = key(
        "colour of scores above the range; the last colour if absent", default=None, examples=["red"]
    )


@record(Short(scalar="name"), noun="colormap")
class NamedColormap(Part):
    """Colours by the name of a colormap."""

    name: ColormapName = key("name of a colormap; `_r` at its end reverses it", examples=["rocket_r"])


@record(Short(listed="colors"), noun="colormap")
class Blend(Part):
    """Colours to blend."""

    colors: tuple[Color, ...] = key("two or more colours to blend, at equal steps", examples=[["white", "#08306b"]])


@record(noun="colormap")
class Categories:
    """A colour for each category, explained in the legend."""

    categories: dict[Label, Color] = key(
        "colour by category, for all categories of the data", examples=[{"Heron": "teal", "Otter": "#c8553d"}]
    )


Colormap = NamedColormap | Blend


@record(noun="colorbar")
class Colorbar:
    """The key to the colours; an end is pointed where scores lie outside the range."""

    per: Literal["panel", "figure"] | None = key(
        "one for each `panel` or one for the `figure`; if absent one for the figure where all panels would have the "
        "same, else one for each",
        default=None,
        examples=["panel"],
    )
    side: Side = key("where it stands beside the panel or the panels", default="right", examples=["bottom"])
    label: AxisTitle = key(
        "text along it; if absent the `value` behind how repeats became one, but none where `normalize` changes it; "
        '`""` for none',
        default=AxisTitle(),
        examples=["Accuracy (%)", "", {"text": "Accuracy (%)", "size": 8}],
    )
    style: Style = key("how its tick labels are set", default=Style(), examples=[{"size": 7}])
    ticks: tuple[Number, ...] | None = key(
        "the scores that have a tick, inside the range; if absent round ones that `format` does not round, as many as "
        "the bar has room for, up to 9",
        default=None,
        examples=[[0, 0.5, 1]],
    )
    format: Format | None = key(
        "number format of its tick labels; as many decimals as they need if absent", default=None, examples=[".0%"]
    )
