"""The language's types: what a spec may say, key by key, in the form that later stages read.

The same types validate a spec, print its JSON Schema and, through their descriptions, write its
reference. Short forms are rewritten to full ones before validation, so later code sees one form.
"""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from heatfig.formats import FileFormat
from heatfig.spec.nodes import Mapping, Scalar, Sequence
from heatfig.spec.scalars import (
    FORMAT_SCHEMA,
    NUMBER_SCHEMA,
    TEXT_SCHEMA,
    Boolean,
    Format,
    Integer,
    Label,
    Length,
    Name,
    Number,
    Rotation,
    VersionOne,
    by_kind,
    one_or_more,
    sugar,
)

NAME_LIST: dict[str, Any] = {"type": "array", "items": TEXT_SCHEMA}
MANY = 1_000_000  # panels in a row, for a row that never breaks
Side = Literal["left", "right", "top", "bottom"]
Hatch = Literal["none", "rising", "falling", "crossed", "level", "upright"]
W = TypeVar("W")
Word = Annotated[W, Tag("word")]
Listed = Annotated[list[W], Tag("list")]
Off = Word[Literal["none"]]


class Model(BaseModel):
    """A mapping of the language: no key beyond those declared, nothing changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _wrapped(value: Any, **entries: Any) -> Mapping:
    full = Mapping({_key(name, value): entry for name, entry in entries.items()})
    full.span = value.span
    return full


def _key(name: str, like: Any) -> Scalar:
    key = Scalar(name)
    key.span, key.plain = like.span, True
    return key


def _scalar_as(name: str) -> Any:
    return lambda value: _wrapped(value, **{name: value}) if isinstance(value, Scalar) else value


def _pair(value: Any) -> Any:
    if isinstance(value, Sequence) and len(value) == 2:
        return _wrapped(value, min=value[0], max=value[1])
    return value


def _colormap(value: Any) -> Any:
    if isinstance(value, Sequence):
        return _wrapped(value, colors=value)
    return _scalar_as("name")(value)


class ScoreFile(Model):
    """One CSV file (`.csv`, `.tsv` or `.txt`, UTF-8, with a header line) and how to read it."""

    file: Name = Field(description="path of the CSV file, relative to the spec's folder", examples=["scores.csv"])
    form: Literal["long", "wide"] = Field(
        "long",
        description="`long`: one score a line, beside the labels of its cell; "
        "`wide`: a matrix whose first column names the rows and whose header names the columns",
        examples=["wide"],
    )
    separator: Literal[",", ";", "\t", "|"] = Field(
        ",", description="the character between fields", examples=[";", "\t"]
    )
    decimal: Literal[".", ","] = Field(".", description="the decimal mark of the scores", examples=[","])


class Axis(Model):
    """One side of the grid (x: the columns of cells, y: the rows): where its labels come from, how they are shown."""

    column: Name | None = Field(
        None, description="column that holds the labels; required in long form, not allowed in wide", examples=["model"]
    )
    group: Name | None = Field(
        None,
        description="column of an outer level: labels of a group stand together, under a bracket with its name",
        examples=["family"],
    )
    label: Label | None = Field(
        None,
        description="text along the axis, `''` for none; if absent the column's name (in wide form the header's "
        "first field for y and none for x)",
        examples=["Model", ""],
    )
    order: Annotated[
        Word[Literal["file", "sorted"]] | Listed[Label] | Annotated[dict[Label, list[Label]], Tag("mapping")],
        Discriminator(by_kind),
    ] = Field(
        "file",
        description="`file`: as labels first appear in the CSV; `sorted`: as numbers if all are numbers, else as "
        "text; or a list of exactly the labels that the data has; with `group` a mapping of each group to its labels",
        examples=["sorted", ["mini", "base", "large"], {"Heron": ["mini", "base"], "Otter": ["large"]}],
    )
    keep_empty: Boolean = Field(
        False,
        description="`true` lets a list in `order` name labels that the data lacks; their cells are missing",
        examples=[True],
    )
    labels: dict[Label, Label] = Field(
        {}, description="text to show in place of a label, by label", examples=[{"mini": "Mini ($10^9$)"}]
    )
    group_labels: dict[Label, Label] = Field(
        {}, description="text to show in place of a group's name, by group", examples=[{"Heron": "Heron models"}]
    )
    ticks: Annotated[Word[Literal["all", "none"]] | Listed[Label], Discriminator(by_kind)] = Field(
        "all", description="which labels have a tick: `all`, `none` or those of a list", examples=["none", ["large"]]
    )
    rotation: Rotation = Field(
        "auto",
        description="angle of the tick labels in degrees, counter-clockwise; `auto`: on x the first of 0, 45 and 90 "
        "at which they fit, on y 0",
        examples=[45],
    )
    direction: Literal["down", "up", "right", "left"] | None = Field(
        None,
        description="where the order runs; y: `down` (first row on top, the default) or `up`; "
        "x: `right` (the default) or `left`",
        examples=["up"],
    )
    side: Side | None = Field(
        None,
        description="where its texts stand; y: `left` (the default) or `right`; x: `bottom` (the default) or `top`",
        examples=["right"],
    )


class Axes(Model):
    """The two sides of the grid."""

    x: Axis = Field(Axis.model_construct(), description="the columns of the grid", examples=[{"column": "task"}])
    y: Axis = Field(Axis.model_construct(), description="the rows of the grid", examples=[{"column": "model"}])


class Range(Model):
    """The scores at the ends of the colours; what is absent is taken from all scores that share the norm."""

    min: Number | None = Field(None, description="score of the first colour", examples=[0])
    max: Number | None = Field(None, description="score of the last colour", examples=[1])
    center: Number | None = Field(
        None,
        description="score of the middle colour, for diverging colormaps; with `norm: linear` colour steps per unit "
        "are equal on both sides, so only the limit farther from it has an end colour",
        examples=[0.5],
    )


class ColormapSpec(Model):
    """The colours for scores from low to high: by name, or as colours to blend."""

    name: Name | None = Field(
        None, description="name of a colormap; `_r` at its end reverses it", examples=["rocket_r"]
    )
    colors: list[Name] | None = Field(
        None, description="two or more colours to blend, at equal steps", examples=[["white", "#08306b"]]
    )
    first: Number = Field(0.0, alias="from", description="where the part to use begins, 0 to 1", examples=[0.2])
    last: Number = Field(1.0, alias="to", description="where the part to use ends, 0 to 1", examples=[0.9])
    under: Name | None = Field(
        None, description="colour of scores below the range; the first colour if absent", examples=["black"]
    )
    over: Name | None = Field(
        None, description="colour of scores above the range; the last colour if absent", examples=["red"]
    )


class ColorbarSpec(Model):
    """The key to the colours; an end is pointed where scores lie outside the range."""

    per: Literal["panel", "figure"] | None = Field(
        None,
        description="one for each `panel` or one for the `figure`; if absent one for the figure where all panels "
        "would have the same, else one for each",
        examples=["panel"],
    )
    side: Side = Field("right", description="where it stands beside the panel or the panels", examples=["bottom"])
    label: Label | None = Field(None, description="text along it; none if absent", examples=["Accuracy (%)"])
    ticks: list[Number] | None = Field(
        None,
        description="the scores that have a tick, inside the range; if absent round ones that `format` does not round",
        examples=[[0, 0.5, 1]],
    )
    format: Format | None = Field(
        None, description="number format of its tick labels; as many decimals as they need if absent", examples=[".0%"]
    )


class Annotations(Model):
    """The score as text in each cell, black or white after the cell's colour, shrunk to fit but not below 5 points."""

    format: Format | None = Field(
        None, description="number format; if absent the shortest text that is exact", examples=[".2f"]
    )
    bold: Name | None = Field(
        None,
        description="column of `true` and `false` (or `1` and `0`, `yes` and `no`), the same in all rows of a cell:"
        " bold where it is true; empty means false",
        examples=["best"],
    )


class MissingKind(Model):
    """What one text in the score column means, and how its cells are drawn."""

    label: Label = Field(description="what the legend says it means", examples=["out of memory"])
    color: Name | None = Field(
        None, description="fill colour; the `color` of `missing` if absent", examples=["lightgrey"]
    )
    hatch: Hatch | None = Field(
        None, description="lines over the fill; if absent one that differs from the other kinds'", examples=["crossed"]
    )


class Missing(Model):
    """How a cell without a score (no line in the CSV, or an empty field) is drawn, and what the legend says of it."""

    color: Name = Field("#f2f2f2", description="fill colour", examples=["white"])
    hatch: Hatch = Field(
        "rising",
        description="lines over the fill: rising or falling to the right, both, level or upright",
        examples=["none"],
    )
    label: Label = Field("no score", description="what the legend says it means", examples=["not tested"])
    tokens: dict[Label, Annotated[MissingKind, sugar(_scalar_as("label"), TEXT_SCHEMA)]] = Field(
        {},
        description="texts in the score column that stand for a missing score, and what each means; "
        "`''` is an empty field",
        examples=[{"OOM": "out of memory"}, {"n/a": {"label": "not run", "hatch": "level"}}],
    )


class Split(Model):
    """Several scores in one cell: parts side by side, one for each value of a column (long form only)."""

    column: Name = Field(description="column whose values are the parts", examples=["method"])
    order: list[Label] | None = Field(
        None, description="all parts, from left to right; as in the CSV if absent", examples=[["Probe", "LoRA"]]
    )
    keep_empty: Boolean = Field(
        False, description="`true` lets `order` name parts that the data lacks", examples=[True]
    )


class Strip(Model):
    """A row of category colours beside the grid, explained in the legend (long form only)."""

    column: Name = Field(
        description="column of the categories: the `split` column, or one with a single value for each label",
        examples=["family"],
    )
    axis: Literal["x", "y"] = Field(
        "x", description="the axis along which it runs, whose labels it tells the categories of", examples=["y"]
    )
    side: Side | None = Field(
        None,
        description="where it stands; x: `top` (the default) or `bottom`; y: `right` (the default) or `left`",
        examples=["left"],
    )
    colors: dict[Label, Name] = Field(
        description="colour by category, for all categories of the data",
        examples=[{"Heron": "teal", "Otter": "#c8553d"}],
    )
    labels: dict[Label, Label] = Field(
        {}, description="legend text by category; the category itself if absent", examples=[{"Heron": "Heron models"}]
    )


class Legend(Model):
    """The legend of strips and missing cells, drawn where there are any."""

    side: Side = Field("bottom", description="where it stands on the page", examples=["right"])


class Font(Model):
    """The typeface of all texts."""

    family: Annotated[list[Name], one_or_more()] = Field(
        ["DejaVu Sans"],
        description="an installed font family with TrueType outlines, or several: what the first lacks is taken from "
        "the next",
        examples=["DejaVu Serif", ["DejaVu Serif", "DejaVu Sans"]],
    )
    size: Number = Field(
        8.0, description="size in points of tick labels and annotations; labels and titles are larger", examples=[9]
    )


class Size(Model):
    """The size of the page, or of one cell, from which the page follows; if all is absent cells suit their texts."""

    width: Length | None = Field(None, description="page width, to which cells are fitted", examples=["85mm"])
    height: Length | None = Field(
        None, description="page height, with a `width`; follows from the width if absent", examples=["60mm"]
    )
    cell: Annotated[list[Length] | None, one_or_more()] = Field(
        None,
        description="side of a square cell, or its width and height; in place of `width` and `height`",
        examples=["8mm", ["12mm", "8mm"]],
    )


class Layout(Model):
    """How panels stand together."""

    columns: Integer | None = Field(
        None,
        description="panels in a row before the next row begins; if absent all, but 4 of more than four facets",
        examples=[2],
    )
    labels: Literal["every", "outer"] = Field(
        "every",
        description="which panels have tick and axis labels: `every` one, or only the `outer` ones: not a "
        "panel whose neighbour towards the labels' side shows the same ones",
        examples=["outer"],
    )


class Facet(Model):
    """Panels made by a column's values, one for each (long form only; in place of `panels`)."""

    column: Name = Field(description="column whose values make the panels", examples=["method"])
    order: list[Label] | None = Field(
        None,
        description="all values, in the order of their panels; as in the CSV if absent",
        examples=[["LoRA", "Probe"]],
    )
    labels: dict[Label, Label] = Field(
        {}, description="panel title by value; the value itself if absent", examples=[{"LoRA": "LoRA ($r = 8$)"}]
    )


class Settings(Model):
    """Keys of the figure and of each panel: what the figure says holds for every panel that does not override it."""

    scores: Annotated[
        list[Annotated[ScoreFile, sugar(_scalar_as("file"), TEXT_SCHEMA)]],
        one_or_more(),
    ] = Field(
        [],
        description="required: the CSV file of the scores, or several; the lines of several long files are joined",
        examples=["scores.csv", ["scores.csv", "more.csv"], {"file": "scores.tsv", "separator": "\t"}],
    )
    value: Name | None = Field(
        None,
        description="column of the scores, required in long form; in wide form a name by which panels share a norm",
        examples=["accuracy"],
    )
    aggregate: Literal["mean", "median", "min", "max", "sum", "count"] | None = Field(
        None,
        description="how several scores for one cell become one, those that are missing left out; if absent they are "
        "an error",
        examples=["mean"],
    )
    where: dict[Label, Annotated[list[Label], one_or_more()]] = Field(
        {},
        description="keeps only the lines of the CSV that hold one of these values in each of these columns",
        examples=[{"split": "test", "task": ["Reading", "Math"]}],
    )
    axes: Axes = Field(
        Axes.model_construct(),
        description="the two sides of the grid",
        examples=[{"x": {"column": "task"}, "y": {"column": "model"}}],
    )
    colormap: Annotated[ColormapSpec, sugar(_colormap, TEXT_SCHEMA, NAME_LIST)] = Field(
        ColormapSpec.model_construct(name="viridis"),
        description="the colours from low to high: a name, a list of colours to blend, or more in a mapping",
        examples=["magma", ["white", "#08306b"], {"name": "RdBu_r", "from": 0.1, "to": 0.9}],
    )
    range: Annotated[Range, sugar(_pair, {"type": "array", "items": NUMBER_SCHEMA, "minItems": 2, "maxItems": 2})] = (
        Field(
            Range.model_construct(),
            description="the scores of the first and the last colour; if absent the lowest and the highest score",
            examples=[[0, 1], {"min": 0, "center": 0.5}],
        )
    )
    norm: Literal["linear", "log", "two-slope"] = Field(
        "linear",
        description="how scores spread over the colours: evenly, by their logarithm, or evenly on either side of a "
        "`center`, which has the middle colour",
        examples=["log"],
    )
    colorbar: Annotated[Off | Annotated[ColorbarSpec, Tag("mapping")], Discriminator(by_kind)] = Field(
        ColorbarSpec(),
        description="the key to the colours, or `none`",
        examples=["none", {"side": "bottom", "format": ".0%"}],
    )
    annotations: Annotated[
        Off | Annotated[Annotations, Tag("mapping")],
        Discriminator(by_kind),
        sugar(lambda v: format_form(v), FORMAT_SCHEMA),
    ] = Field(
        "none",
        description="the score as text in each cell: a number format, or more in a mapping, or `none`",
        examples=[".2f", {"format": ".2f", "bold": "best"}],
    )
    missing: Missing = Field(
        Missing.model_construct(),
        description="how cells without a score are drawn and named",
        examples=[{"label": "not tested", "color": "white"}],
    )
    split: Annotated[Split | None, sugar(lambda v: None if v == "none" else v, {"const": "none"})] = Field(
        None, description="several scores in one cell, side by side", examples=[{"column": "method"}]
    )
    strip: Annotated[list[Strip], one_or_more()] = Field(
        [],
        description="one or more rows of category colours beside the grid",
        examples=[{"column": "family", "axis": "y", "colors": {"Heron": "teal", "Otter": "#c8553d"}}],
    )
    cells: Literal["auto", "vector", "image"] = Field(
        "auto",
        description="`vector`: each cell a shape; `image`: one picture without hatches and gaps; `auto`: `image` over "
        "10,000 cells",
        examples=["image"],
    )
    gap: Length | None = Field(
        None, description="space between cells; `1.5pt` between split cells if absent, else none", examples=["0.5mm"]
    )


def format_form(value: Any) -> Any:
    """Annotations written as a number format alone, in their full form."""
    if isinstance(value, Scalar) and value != "none":
        return _wrapped(value, format=value)
    return value


class PanelDocument(Settings):
    """One panel of the list: its title, and any key that figure and panels share."""

    title: Label | None = Field(None, description="the panel's title", examples=["Probe"])


class Document(Settings):
    """A whole figure: these keys, and those that it shares with its panels."""

    model_config = ConfigDict(title="heatfig figure spec")

    heatfig: VersionOne | None = Field(
        None, description="version of the language that the spec is written in", examples=[1]
    )
    title: Label | None = Field(None, description="the figure's title", examples=["Accuracy by model"])
    background: Name = Field(
        "white", description="colour of the page, or `none` for a transparent page", examples=["none"]
    )
    font: Font = Field(
        Font.model_construct(),
        description="the typeface of all texts",
        examples=[{"family": "DejaVu Serif", "size": 9}],
    )
    formats: list[FileFormat] | None = Field(
        None, description="what to write, unless `-f` says so; all three if absent", examples=[["pdf", "svg"]]
    )
    dpi: Integer = Field(
        300, description="pixels per inch of the PNG, unless `--dpi` says so; 10 to 4800", examples=[600]
    )
    size: Size = Field(
        Size.model_construct(), description="the size of the page or of one cell", examples=[{"width": "85mm"}]
    )
    legend: Annotated[Off | Annotated[Legend, Tag("mapping")], Discriminator(by_kind)] = Field(
        Legend.model_construct(),
        description="the legend of strips and missing cells, or `none`",
        examples=["none", {"side": "right"}],
    )
    layout: Annotated[Layout, sugar(lambda v: _layout(v), {"enum": ["row", "column"]})] = Field(
        Layout.model_construct(),
        description="how panels stand together",
        examples=["column", {"columns": 2, "labels": "outer"}],
    )
    panels: list[PanelDocument] | None = Field(
        None,
        description="the panels, from left to right and row by row; a single one if absent",
        examples=[
            [
                {"title": "Probe", "where": {"method": "Probe"}},
                {"title": "LoRA", "where": {"method": "LoRA"}},
            ]
        ],
    )
    facet: Facet | None = Field(None, description="panels made by a column's values", examples=[{"column": "method"}])


def _layout(value: Any) -> Any:
    match value:
        case Scalar("column"):
            return _wrapped(value, columns=_key("1", value))
        case Scalar("row"):
            return _wrapped(value, columns=_key(str(MANY), value))
        case _:
            return value
