"""Cells with lines over their colour."""

from typing import Literal

from heatfig.plan.missing import Hatch
from heatfig.runtime.arrays import Comparable, Flags
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Hatched(Comparable):
    """Lines over the cells that `where`, of shape (rows, columns, parts), holds."""

    where: Flags
    lines: Hatch
    kind: Literal["hatch"] = "hatch"
