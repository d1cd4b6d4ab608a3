"""Which colours scores have."""

from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.model.cubehelix import Helix
from heatfig.language.rules import Checked, Rules
from heatfig.language.scalars import Color, ColormapName, Label, Number, Palette, Renamed, Text


@record()
class Outside(Checked):
    """The colours of scores outside the range."""

    under: Color | None = key(
        "colour of scores below the range or the first stop; if absent the first colour",
        default=None,
        examples=["black"],
    )
    over: Color | None = key(
        "colour of scores above the range or the last stop; if absent the last colour", default=None, examples=["red"]
    )


@record()
class Part(Outside):
    """The part of a colormap that is used."""

    first: Number = key("where the part to use begins, from 0 to 1", default=0.0, name="from", examples=[0.2])
    last: Number = key("where the part to use ends, from 0 to 1", default=1.0, name="to", examples=[0.9])

    def check(self, rules: Rules) -> None:
        """It is a part of the whole."""
        if not 0 <= self.first < self.last <= 1:
            message = f"from {self.first:g} to {self.last:g} is not a part of 0 to 1"
            hint = "from: 0.2 and to: 0.9 leave out both ends; `_r` after the name reverses it"
            rules.refuse("bad-range", message, hint=hint)


@record(Short(scalar="name"), noun="colormap")
class NamedColormap(Part):
    """A colormap by its name."""

    name: ColormapName = key("name of a colormap; `_r` at the end reverses it", examples=["rocket_r"])


@record(Short(listed="colors"), noun="colormap")
class Blend(Part):
    """Colours to blend."""

    colors: tuple[Color, ...] = key(
        "two or more colours, blended at equal steps; with a norm of classes one per class, from low to high",
        examples=[["white", "#08306b"]],
    )

    def check(self, rules: Rules) -> None:
        """There is something to blend."""
        super().check(rules)
        if len(self.colors) < 2:
            hint = "such as [white, '#08306b']"
            rules.refuse("empty-list", "blending needs at least two colours", "colors", hint=hint)


@record(noun="colormap")
class CubeHelix(Part):
    """A colormap of the cubehelix kind, by its parameters."""

    cubehelix: Helix = key(
        "its turns and its lightness; `{}` is seaborn's `cubehelix_palette`",
        examples=[{"start": 0.5, "rotations": -0.75}],
    )


@record(whole=True, noun="colormap")
class Stops(Outside):
    """Colours at given scores, blended between them. They replace norm and range."""

    stops: dict[Number, Color] = key("colour by score", examples=[{0: "white", 10: "#6baed6", 800: "#08306b"}])

    def check(self, rules: Rules) -> None:
        """There is something to blend."""
        if len(self.stops) < 2:
            message, hint = "blending needs at least two stops", "such as {0: white, 800: blue}"
            rules.refuse("empty-list", message, "stops", hint=hint)


@record(noun="colormap")
class Categories:
    """The legend explains them.

    If `value` is a column of texts, scores are categories, and of several in one cell `aggregate: first` takes the
    first. `colorbar: none` takes them out of the legend.
    """

    categories: Palette | ColormapName | dict[Label, Color] = key(
        "colour by category, for all categories of the data, in the order of the legend; or a `.csv` file with "
        "categories in its first column and colours in its second; or a palette's name",
        examples=[{"Heron": "teal", "Otter": "#c8553d"}, "families.csv", "Dark2"],
    )


@record(noun="colormap")
class ScoreCategories(Categories):
    """Categories: a colour for each text. `labels` and `heading` are for scores that are texts."""

    labels: Renamed = key(
        "text in the legend by category; if absent the category itself",
        default={},
        examples=[{"Heron": "Heron models"}],
    )
    heading: Text | None = key(
        'heading of the categories in the legend, `""` for none; if absent the name of the scores; layers with '
        "the same heading are listed together",
        default=None,
        examples=["Alterations"],
    )


Colormap = NamedColormap | Blend | CubeHelix | Stops
