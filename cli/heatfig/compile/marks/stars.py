"""Stars for how small a number is."""

from dataclasses import replace
from functools import partial

import numpy as np

from heatfig.compile.cells.fields import numbers
from heatfig.compile.conditions import holds
from heatfig.compile.marks.place import MadeMark, MarkPlace, sample
from heatfig.compile.texts import data_text, spec_text
from heatfig.language.marks.stars import Stars
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.text import Text
from heatfig.scales.number_format import for_people

STAR = "*"


def stars(place: MarkPlace, spec: Stars) -> MadeMark:
    """In each cell a star for each threshold that its number is below."""
    found = numbers(place.panel.cells, str(spec.field), place.at("field")).scores
    where = holds(place.panel, spec.where, partial(place.at, "where"))
    counts = where * sum((found < level).astype(np.int64) for level in spec.levels)
    texts = np.array([STAR * count for count in range(len(spec.levels) + 1)], object)[counts]
    spot = spec.at or ("top" if place.view.settings.texts else "center")
    name = data_text(str(spec.field)) if spec.label is None else spec_text(spec.label)
    entries = tuple(
        SampleEntry(_below(name, level), sample(place.view, STAR * count, spec.style))
        for count, level in enumerate(spec.levels if spec.legend else (), start=1)
    )
    return MadeMark(
        place.texts(texts, spot, spec.style), place.origin, tuple((entry, place.origin) for entry in entries)
    )


def _below(name: Text, level: float) -> Text:
    return replace(name, content=f"{name.content} < {for_people(level, None)}")
