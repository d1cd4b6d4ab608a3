"""Marks, measured: from the plan's union of kinds to what is drawn on cells."""

from typing import assert_never

from heatfig.layout.marks.hatch import MeasuredHatch
from heatfig.layout.marks.mark import MeasuredMark
from heatfig.layout.marks.outline import MeasuredOutline
from heatfig.layout.marks.texts import MeasuredTexts
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.marks import Mark
from heatfig.plan.marks.hatch import Hatched
from heatfig.plan.marks.outline import Outline
from heatfig.plan.marks.texts import CellTexts


def measured_mark(face: Typeface, mark: Mark) -> MeasuredMark:
    """A mark of any kind."""
    match mark:
        case CellTexts():
            return MeasuredTexts(mark, face)
        case Hatched():
            return MeasuredHatch(mark)
        case Outline():
            return MeasuredOutline(mark)
        case _:
            assert_never(mark)
