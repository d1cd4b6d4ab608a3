"""The two sides of the grid."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from heatfig.language.model.forms import Listed, Model, Side, Word
from heatfig.language.scalars import Boolean, Label, Name, Rotation, by_kind


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
