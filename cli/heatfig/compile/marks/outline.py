"""Lines around cells."""

from functools import partial

import numpy as np

from heatfig.compile.conditions import holds
from heatfig.compile.marks.place import Made, MarkPlace
from heatfig.compile.strokes import stroke_of
from heatfig.diagnostics import Report
from heatfig.language.marks.outline import Outline as Asked
from heatfig.plan.marks.outline import Outline

WIDTH = 1.5


def outline(place: MarkPlace, asked: Asked) -> Made:
    """The cells around which lines run; of split cells those of which it holds for any part."""
    where = np.asarray(holds(place.panel, asked.where, partial(place.at, "where")).any(axis=2), np.bool_)
    report = Report()
    stroke = stroke_of(place.view, asked.stroke, (*place.path, "stroke"), report, WIDTH)
    report.check()
    return Made(Outline(where, asked.union, stroke), place.origin)
