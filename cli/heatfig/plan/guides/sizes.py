"""Legends of sizes."""

from typing import Literal

from heatfig.plan.shapes import Shape
from heatfig.plan.text import Stroke, Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class SizeEntry:
    """A number, and how it is written beside its shape."""

    number: float
    text: Text


@dataclass(frozen=True)
class SizeLegend:
    """The key to a scale of sizes, by its id: shapes as large as they are in cells, each with its number.

    They are grey where those in cells have the colours of scores.
    """

    id: str
    scale: str
    shape: Shape
    label: Text
    entries: tuple[SizeEntry, ...]
    hollow: bool = False
    stroke: Stroke | None = None
    fill: RGB | None = None
    kind: Literal["sizes"] = "sizes"
