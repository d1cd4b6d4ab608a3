"""Which cells of a panel a condition of the language holds for: a file for each kind, and a case here."""

from functools import partial
from typing import assert_never

import numpy as np

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.conditions.best import best
from heatfig.compile.conditions.clusters import one_cluster
from heatfig.compile.conditions.flags import flags
from heatfig.compile.conditions.parts import part
from heatfig.compile.predicates import compiled
from heatfig.data.cellwise import chosen
from heatfig.data.table import At
from heatfig.language.conditions import Best, Clusters, Condition, Negation
from heatfig.language.scalars import ColumnRef
from heatfig.runtime.arrays import Flags
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import VALUE


@dataclass(frozen=True)
class ShownFirst:
    """The field that a text shows first, and in which number format: what is compared where nothing else is said."""

    field: str = VALUE
    form: str | None = None


VALUE_FIRST = ShownFirst()


def holds(panel: PanelCells, condition: Condition, at: At, shown: ShownFirst = VALUE_FIRST) -> Flags:
    """The cells for which a condition holds, of shape (rows, columns, parts); `at` leads to where it stands.

    It holds for none that a mask hides.
    """
    found, hidden = _holds(panel, condition, at, shown), panel.cells.hidden
    return found if hidden is None else found & ~hidden


def _holds(panel: PanelCells, condition: Condition, at: At, shown: ShownFirst) -> Flags:
    match condition:
        case bool():
            return np.full(panel.cells.shape, condition)
        case ColumnRef():
            return flags(panel.cells, condition, at())
        case "diagonal" | "upper" | "lower":
            return part(panel.cells, condition, at)
        case Best():
            field = condition.field or shown.field
            return best(panel.cells, condition, field, shown.form if field == shown.field else None, at)
        case Clusters():
            return one_cluster(panel, condition, at)
        case Negation():
            return ~_holds(panel, condition.condition, partial(at, "not"), shown)
        case dict():
            return chosen(panel.cells, compiled(condition), at)
        case _:
            assert_never(condition)
