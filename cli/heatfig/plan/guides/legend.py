"""Legends."""

from dataclasses import dataclass
from typing import Literal

from heatfig.plan.missing import Hatch
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class LegendEntry:
    """A swatch and what it means."""

    text: Text
    color: RGB
    hatch: Hatch


@dataclass(frozen=True)
class Legend:
    """Swatches with their meaning, `across` of them in a row; None leaves that to the room that there is."""

    id: str
    entries: tuple[LegendEntry, ...]
    across: int | None = None
    kind: Literal["legend"] = "legend"
