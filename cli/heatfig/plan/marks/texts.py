"""Texts in cells."""

from typing import Literal

from heatfig.runtime.arrays import Bytes, Comparable, Flags, Texts
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Spot


@dataclass(frozen=True, eq=False)
class CellTexts(Comparable):
    """Texts of shape (rows, columns, parts), empty where a cell has none; which are bold; colours of shape (…, 3).

    `italic` and `underline` say which are, if any; `scale` is their size over that of the figure's font. Lines that
    hold what they are `joined_by` stand such that this is one over the other.
    """

    texts: Texts
    bold: Flags
    colors: Bytes
    italic: Flags | None = None
    underline: Flags | None = None
    at: Spot = "center"
    scale: float = 1.0
    joined_by: str = ""
    kind: Literal["texts"] = "texts"
