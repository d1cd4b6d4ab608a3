"""Outlines of cells."""

from typing import Literal

from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import Comparable, Flags
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Outline(Comparable):
    """A line around each cell that `where`, of shape (rows, columns), holds; with `union` one around neighbours."""

    where: Flags
    union: bool
    stroke: Stroke
    kind: Literal["outline"] = "outline"
