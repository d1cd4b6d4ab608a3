"""What is drawn on cells: a file for each kind of mark, and one line here."""

from typing import Annotated

from heatfig.language.hints import KINDS
from heatfig.language.marks.hatch import Hatched
from heatfig.language.marks.outline import Outline
from heatfig.language.marks.stars import Stars
from heatfig.language.marks.symbol import Symbol

Mark = Annotated[Stars | Symbol | Outline | Hatched, KINDS]

__all__ = ["Hatched", "Mark", "Outline", "Stars", "Symbol"]
