"""The keys that figure and panels share."""

from typing import Annotated, Literal

from pydantic import Field

from heatfig.language.model.axes import Axes
from heatfig.language.model.cells import AnyAnnotations, AnySplit, Missing
from heatfig.language.model.colors import AnyColorbar, AnyColormap, AnyRange, ColorbarSpec, ColormapSpec, Range
from heatfig.language.model.forms import Model
from heatfig.language.model.legend import Strips
from heatfig.language.model.scores import ScoreFiles
from heatfig.language.scalars import Label, Length, Name, one_or_more


class Settings(Model):
    """Keys of the figure and of each panel: what the figure says holds for every panel that does not override it."""

    scores: ScoreFiles = Field(
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
    colormap: AnyColormap = Field(
        ColormapSpec.model_construct(name="viridis"),
        description="the colours from low to high: a name, a list of colours to blend, or more in a mapping",
        examples=["magma", ["white", "#08306b"], {"name": "RdBu_r", "from": 0.1, "to": 0.9}],
    )
    range: AnyRange = Field(
        Range.model_construct(),
        description="the scores of the first and the last colour; if absent the lowest and the highest score",
        examples=[[0, 1], {"min": 0, "center": 0.5}],
    )
    norm: Literal["linear", "log", "two-slope"] = Field(
        "linear",
        description="how scores spread over the colours: evenly, by their logarithm, or evenly on either side of a "
        "`center`, which has the middle colour",
        examples=["log"],
    )
    colorbar: AnyColorbar = Field(
        ColorbarSpec(),
        description="the key to the colours, or `none`",
        examples=["none", {"side": "bottom", "format": ".0%"}],
    )
    annotations: AnyAnnotations = Field(
        "none",
        description="the score as text in each cell: a number format, or more in a mapping, or `none`",
        examples=[".2f", {"format": ".2f", "bold": "is_best"}],
    )
    missing: Missing = Field(
        Missing.model_construct(),
        description="how cells without a score are drawn and named",
        examples=[{"label": "not tested", "color": "white"}],
    )
    split: AnySplit = Field(
        None, description="several scores in one cell, side by side", examples=[{"column": "method"}]
    )
    strip: Strips = Field(
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
