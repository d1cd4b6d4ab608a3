"""Cells with lines over their colour."""

from typing import Literal

from heatfig.runtime.arrays import Comparable, Flags
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Hatch


@dataclass(frozen=True, eq=False)
class Hatched(Comparable):
    """Lines over the cells that `where`, of shape (rows, columns, parts), holds."""

    where: Flags
    lines: Hatch
    kind: Literal["hatch"] = "hatch"
