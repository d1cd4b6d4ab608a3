"""What tracks with a scale of their own have in common."""

from typing import Any

from heatfig.language.hints import key, record
from heatfig.language.model.style import Heading, Style
from heatfig.language.scalars import Color, Format, SomeLength
from heatfig.language.summary import Summary
from heatfig.language.tracks.thickness import thickness_key
from heatfig.scales.words import Spread


def spread_key() -> Any:
    """How far numbers lie apart."""
    return key(
        "error bars: the `std`, `sem`, `ci95` or `iqr` of the numbers that `using` combines",
        default=None,
        examples=["std"],
    )


@record()
class OnScale:
    """A scale beside the grid."""

    label: Heading = key(
        "label of the scale; if absent the aggregate and the field, as in `mean accuracy`",
        default=Heading(),
        examples=["Parameters", "", {"text": "Parameters", "size": 7}],
    )
    format: Format | None = key(
        "number format of the scale; if absent with as many decimals as needed", default=None, examples=[".0%"]
    )
    thickness: SomeLength | None = thickness_key("how far its scale reaches out from the grid")
    style: Style = key("how the tick labels of the scale are set", default=Style(), examples=[{"size": 7}])


@record()
class Scaled(Summary, OnScale):
    """A number of each row or column, on a scale beside the grid."""

    spread: Spread | None = spread_key()
    color: Color = key("its colour", default="#7d8ca3", examples=["teal"])
