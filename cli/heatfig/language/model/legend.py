"""Strips of category colours, and the legend that explains them."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from heatfig.language.model.forms import Model, Off, Side
from heatfig.language.scalars import Label, Name, by_kind, one_or_more


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


Strips = Annotated[list[Strip], one_or_more()]


class Legend(Model):
    """The legend of strips and missing cells, drawn where there are any."""

    side: Side = Field("bottom", description="where it stands on the page", examples=["right"])


AnyLegend = Annotated[Off | Annotated[Legend, Tag("mapping")], Discriminator(by_kind)]
