"""From scores to colours: the range, the colormap and their key, the colorbar."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from heatfig.language.model.forms import Model, Off, Side, scalar_as, wrapped
from heatfig.language.nodes import Sequence
from heatfig.language.scalars import NUMBER_SCHEMA, TEXT_SCHEMA, Format, Label, Name, Number, by_kind, sugar


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


def _pair(value: Any) -> Any:
    if isinstance(value, Sequence) and len(value) == 2:
        return wrapped(value, min=value[0], max=value[1])
    return value


AnyRange = Annotated[Range, sugar(_pair, {"type": "array", "items": NUMBER_SCHEMA, "minItems": 2, "maxItems": 2})]


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


def _colormap(value: Any) -> Any:
    if isinstance(value, Sequence):
        return wrapped(value, colors=value)
    return scalar_as("name")(value)


AnyColormap = Annotated[ColormapSpec, sugar(_colormap, TEXT_SCHEMA, {"type": "array", "items": TEXT_SCHEMA})]


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
        description="the scores that have a tick, inside the range; if absent round ones that `format` does not round, "
        "as many as the bar has room for, up to 9",
        examples=[[0, 0.5, 1]],
    )
    format: Format | None = Field(
        None, description="number format of its tick labels; as many decimals as they need if absent", examples=[".0%"]
    )


AnyColorbar = Annotated[Off | Annotated[ColorbarSpec, Tag("mapping")], Discriminator(by_kind)]
