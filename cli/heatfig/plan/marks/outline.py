"""Outlines of cells."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from heatfig.plan.text import Stroke
from heatfig.runtime.compare import Comparable


@dataclass(frozen=True, eq=False)
class Outline(Comparable):
    """A line around each cell that `where`, of shape (rows, columns), holds; with `union` one around neighbours."""

    where: NDArray[np.bool_]
    union: bool
    stroke: Stroke
    kind: Literal["outline"] = "outline"
