"""Legends."""

from typing import Literal

from heatfig.plan.missing import Hatch
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class LegendEntry:
    """A swatch and what it means."""

    text: Text
    color: RGB
    hatch: Hatch


@dataclass(frozen=True)
class SampleEntry:
    """A text as it is set in cells and what that means."""

    text: Text
    sample: Text


@dataclass(frozen=True)
class Legend:
    """Swatches and samples with their meaning, `across` of them in a row; None leaves that to the room there is."""

    id: str
    entries: tuple[LegendEntry | SampleEntry, ...]
    across: int | None = None
    kind: Literal["legend"] = "legend"
