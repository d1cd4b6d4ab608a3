"""Which rows and which cells: a file for each kind of condition, and one line here."""

from heatfig.language.conditions.predicate import OfCells, Predicate
from heatfig.language.scalars import Boolean, Flags

Condition = Boolean | Flags
Where = Predicate | tuple[Predicate, ...]
CellsWhere = OfCells | tuple[OfCells, ...]
