"""All cells but some."""

from typing import Literal

from heatfig.language.conditions.best import Best
from heatfig.language.conditions.clusters import Clusters
from heatfig.language.conditions.predicate import OfCells
from heatfig.language.hints import key, record
from heatfig.language.scalars import Boolean, Flags

Part = Literal["diagonal", "upper", "lower"]
Plain = Boolean | Part | Flags | Best | Clusters | OfCells


@record(noun="condition")
class Negation:
    """All cells for which another condition does not hold."""

    condition: Plain = key("the condition that does not hold", name="not", examples=["diagonal", {"best": "max"}])
