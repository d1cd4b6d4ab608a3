"""Cells with lines over their colour."""

from functools import partial

from heatfig.compile.conditions import holds
from heatfig.compile.marks.place import MadeMark, MarkPlace
from heatfig.compile.texts import spec_text
from heatfig.language.marks.hatch import Hatched as Spec
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.marks.hatch import Hatched

_PAPER = (255, 255, 255)


def hatched(place: MarkPlace, spec: Spec) -> MadeMark:
    """The cells with lines."""
    where = holds(place.panel, spec.where, partial(place.at, "where"))
    entry = LegendEntry(spec_text(spec.label), _PAPER, spec.lines)
    return MadeMark(
        Hatched(where, spec.lines), place.origin, ((entry, place.origin),) if spec.label and where.any() else ()
    )
