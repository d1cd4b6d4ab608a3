"""A sign in some cells."""

from functools import partial

import numpy as np

from heatfig.compile.conditions import holds
from heatfig.compile.marks.place import MadeMark, MarkPlace, sample
from heatfig.compile.texts import spec_text
from heatfig.language.marks.symbol import Symbol
from heatfig.language.model.style import CellStyle
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.text import Text
from heatfig.runtime.arrays import Flags
from heatfig.scales.words import Spot

PLAIN = CellStyle()


def symbol(place: MarkPlace, spec: Symbol) -> MadeMark:
    """The sign in the cells for which a condition holds."""
    where = holds(place.panel, spec.where, partial(place.at, "where"))
    return signed(place, where, spec.text, spec_text(spec.label), spec.at, spec.style)


def signed(
    place: MarkPlace, where: Flags, sign: str, label: Text, at: Spot = "top-right", style: CellStyle = PLAIN
) -> MadeMark:
    """A sign in some cells, which the legend explains if there are any and a label says what it means."""
    texts = np.where(where, np.array(sign, object), np.array("", object))
    entries = ((SampleEntry(label, sample(place.view, sign, style)), place.origin),) if label and where.any() else ()
    return MadeMark(place.texts(texts, at, style), place.origin, entries)
