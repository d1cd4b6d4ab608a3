"""What a cell shows: its score as text, that it has none, or several scores."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from heatfig.language.model.forms import Model, Off, scalar_as, wrapped
from heatfig.language.nodes import Scalar
from heatfig.language.scalars import FORMAT_SCHEMA, TEXT_SCHEMA, Boolean, Format, Label, Name, by_kind, sugar

Hatch = Literal["none", "rising", "falling", "crossed", "level", "upright"]


class Annotations(Model):
    """The score as text in each cell, black or white after the cell's colour, shrunk to fit but not below 5 points."""

    format: Format | None = Field(
        None, description="number format; if absent the shortest text that is exact", examples=[".2f"]
    )
    bold: Name | None = Field(
        None,
        description="name of a column of `true` and `false` (or `1` and `0`, `yes` and `no`), the same in all rows of "
        "a cell: bold where it is true; empty means false (long form only)",
        examples=["is_best"],
    )


def format_form(value: Any) -> Any:
    """Annotations written as a number format alone, in their full form."""
    if isinstance(value, Scalar) and value != "none":
        return wrapped(value, format=value)
    return value


AnyAnnotations = Annotated[
    Off | Annotated[Annotations, Tag("mapping")], Discriminator(by_kind), sugar(format_form, FORMAT_SCHEMA)
]


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
    tokens: dict[Label, Annotated[MissingKind, sugar(scalar_as("label"), TEXT_SCHEMA)]] = Field(
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


AnySplit = Annotated[Split | None, sugar(lambda v: None if v == "none" else v, {"const": "none"})]
