"""Texts in cells."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from heatfig.runtime.compare import Comparable
from heatfig.scales.colors import Bytes


@dataclass(frozen=True, eq=False)
class CellTexts(Comparable):
    """Texts of shape (rows, columns, parts), empty where a cell has none; which are bold; colours of shape (…, 3)."""

    texts: NDArray[np.object_]
    bold: NDArray[np.bool_]
    colors: Bytes
    kind: Literal["texts"] = "texts"
