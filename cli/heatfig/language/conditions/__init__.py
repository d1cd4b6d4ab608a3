"""Which rows and which cells: a file for each kind of condition, and one line here."""

from heatfig.language.conditions.best import Best
from heatfig.language.conditions.clusters import Clusters
from heatfig.language.conditions.negation import Negation, Part, Plain
from heatfig.language.conditions.predicate import OfCells, Predicate

Condition = Plain | Negation
Where = Predicate | tuple[Predicate, ...]
CellsWhere = OfCells | tuple[OfCells, ...]

__all__ = ["Best", "CellsWhere", "Clusters", "Condition", "Negation", "OfCells", "Part", "Plain", "Predicate", "Where"]
