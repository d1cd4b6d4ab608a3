"""Lines around cells."""

from functools import partial

import numpy as np

from heatfig.compile.conditions import holds
from heatfig.compile.marks.best_entries import best_meaning
from heatfig.compile.marks.place import MadeMark, MarkPlace
from heatfig.compile.strokes import stroke_of
from heatfig.compile.texts import spec_text
from heatfig.diagnostics import Report
from heatfig.language.conditions import Best
from heatfig.language.marks.outline import Outline as Spec
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.marks.outline import Outline
from heatfig.plan.text import Text

WIDTH = 1.5
_PAPER = (255, 255, 255)


def outline(place: MarkPlace, spec: Spec) -> MadeMark:
    """The cells around which lines run; of split cells those of which it holds for any part."""
    where = np.asarray(holds(place.panel, spec.where, partial(place.at, "where")).any(axis=2), np.bool_)
    report = Report()
    stroke = stroke_of(place.view, spec.stroke, (*place.path, "stroke"), report, WIDTH)
    report.check()
    meaning = _meaning(place, spec)
    entry = LegendEntry(meaning, _PAPER, "none", stroke=stroke)
    entries = ((entry, place.origin),) if meaning and where.any() else ()
    return MadeMark(Outline(where, spec.union, stroke), place.origin, entries)


def _meaning(place: MarkPlace, spec: Spec) -> Text:
    """What the legend says of the line."""
    if spec.label is None and isinstance(spec.where, Best):
        return best_meaning(place.view, spec.where)
    return spec_text(spec.label)
