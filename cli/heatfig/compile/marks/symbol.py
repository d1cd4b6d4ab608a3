"""A sign in some cells."""

from functools import partial

import numpy as np

from heatfig.compile.conditions import holds
from heatfig.compile.marks.place import Made, MarkPlace
from heatfig.compile.texts import spec_text
from heatfig.language.marks.symbol import Symbol
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.text import Text


def symbol(place: MarkPlace, asked: Symbol) -> Made:
    """The sign in the cells for which a condition holds."""
    where = holds(place.panel, asked.where, partial(place.at, "where"))
    texts = np.where(where, np.array(asked.text, object), np.array("", object))
    entry = SampleEntry(spec_text(asked.label), Text(asked.text))
    entries = ((entry, place.origin),) if asked.label and where.any() else ()
    return Made(place.texts(texts, asked.at, asked.size), place.origin, entries)
