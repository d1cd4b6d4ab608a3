"""Tick labels within a triangle's square, each at the first cell of its row."""

from typing import Literal

from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class DiagonalLabels:
    """The tick labels of the axis, each so many cells inward of the grid's edge."""

    inward: tuple[int, ...]
    kind: Literal["diagonal-labels"] = "diagonal-labels"
