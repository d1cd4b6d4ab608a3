"""Legends."""

from typing import Literal

from heatfig.plan.text import Stroke, Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Hatch


@dataclass(frozen=True)
class LegendEntry:
    """A swatch and what it means; of what, under a `heading`, where the legend explains several things.

    A `stroke` runs around a swatch that stands for an outline.
    """

    text: Text
    color: RGB
    hatch: Hatch
    heading: Text = Text()
    stroke: Stroke | None = None


@dataclass(frozen=True)
class SampleEntry:
    """A text as it is set in cells and what that means."""

    text: Text
    sample: Text
    heading: Text = Text()


@dataclass(frozen=True)
class Legend:
    """Swatches and samples with their meaning, `across` of them in a row; None leaves that to the room there is.

    Those under one heading follow each other, and those without one come last.
    """

    id: str
    entries: tuple[LegendEntry | SampleEntry, ...]
    across: int | None = None
    kind: Literal["legend"] = "legend"
