"""What is drawn on cells: the closed union of its kinds."""

from heatfig.plan.marks.hatch import Hatched
from heatfig.plan.marks.outline import Outline
from heatfig.plan.marks.texts import CellTexts

Mark = CellTexts | Outline | Hatched
