"""The page: its size, its typeface, and how panels stand on it."""

from typing import Annotated, Any, Literal

from pydantic import Field

from heatfig.language.model.forms import Model, plain_at, wrapped
from heatfig.language.nodes import Scalar
from heatfig.language.scalars import Integer, Length, Name, Number, one_or_more, sugar

MANY = 1_000_000  # panels in a row, for a row that never breaks


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


def _layout(value: Any) -> Any:
    match value:
        case Scalar("column"):
            return wrapped(value, columns=plain_at("1", value))
        case Scalar("row"):
            return wrapped(value, columns=plain_at(str(MANY), value))
        case _:
            return value


AnyLayout = Annotated[Layout, sugar(_layout, {"enum": ["row", "column"]})]
