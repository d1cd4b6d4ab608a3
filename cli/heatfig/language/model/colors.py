"""From scores to colours: the range, the colormap and their key, the colorbar."""

from typing import Literal

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.axes import Renamed
from heatfig.language.model.style import AxisTitle, Style
from heatfig.language.scalars import Boolean, Color, ColormapName, Format, Label, Length, Number, Palette, Percent, Text
from heatfig.scales.sides import Side


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
    symmetric: Boolean = key(
        "`true` makes the range as long on one side of the `center` (0 if there is none) as on the other",
        default=False,
        examples=[True],
    )
    percentiles: tuple[Number, ...] | None = key(
        "which percentiles of the scores are the ends, where `min` and `max` do not say them, so that few extreme "
        "scores do not take most of the colours",
        default=None,
        examples=[[1, 99]],
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

    colors: tuple[Color, ...] = key(
        "two or more colours to blend, at equal steps; with a norm of classes one for each, from low to high",
        examples=[["white", "#08306b"]],
    )


@record(whole=True, noun="colormap")
class Stops:
    """Colours at scores, blended between them; they fix norm and range."""

    stops: dict[Number, Color] = key("colour by score", examples=[{0: "white", 10: "#6baed6", 800: "#08306b"}])
    under: Color | None = key("colour of scores below the first", default=None, examples=["black"])
    over: Color | None = key("colour of scores above the last", default=None, examples=["red"])


@record(noun="colormap")
class Categories:
    """A colour for each category, explained in the legend: texts in place of numbers, also as scores.

    Texts that are scores stand as they are written; where several become one, only the `first` can be meant. With
    `colorbar: none` the legend has none of them.
    """

    categories: Palette | ColormapName | dict[Label, Color] = key(
        "colour by category, for all categories of the data, in the order of the legend; or a `.csv` file whose first "
        "column holds categories and whose second their colours; or the name of a palette, whose colours they take in "
        "the order of the data",
        examples=[{"Heron": "teal", "Otter": "#c8553d"}, "families.csv", "Dark2"],
    )


@record(noun="colormap")
class ScoreCategories(Categories):
    """Categories that are scores."""

    labels: Renamed = key(
        "legend text by category; the category itself if absent", default={}, examples=[{"Heron": "Heron models"}]
    )
    heading: Text | None = key(
        'heading of the categories, where the legend has some, `""` for none; the name of the scores if absent; layers '
        "of one heading stand together",
        default=None,
        examples=["Alterations"],
    )


Colormap = NamedColormap | Blend | Stops


@record()
class Steps:
    """Ticks at even steps."""

    every: Number = key("the multiples of this number have a tick", examples=[0.1])


@record(noun="colorbar")
class Colorbar:
    """The key to the colours."""

    per: Literal["panel", "figure"] | None = key(
        "one for each `panel` or one for the `figure`; if absent one for the figure where all panels would have the "
        "same, else one for each",
        default=None,
        examples=["panel"],
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
