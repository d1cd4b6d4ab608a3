"""Texts in cells."""

from dataclasses import dataclass
from typing import Literal

from heatfig.runtime.arrays import Bytes, Comparable, Flags, Texts


@dataclass(frozen=True, eq=False)
class CellTexts(Comparable):
    """Texts of shape (rows, columns, parts), empty where a cell has none; which are bold; colours of shape (…, 3)."""

    texts: Texts
    bold: Flags
    colors: Bytes
    kind: Literal["texts"] = "texts"
