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


def stars(place: MarkPlace, asked: Stars) -> MadeMark:
    """As many stars in each cell as levels that its number is below."""
    found = numbers(place.panel.cells, str(asked.field), place.at("field")).scores
    where = holds(place.panel, asked.where, partial(place.at, "where"))
    counts = where * sum((found < level).astype(np.int64) for level in asked.levels)
    texts = np.array([STAR * count for count in range(len(asked.levels) + 1)], object)[counts]
    spot = asked.at or ("top" if place.view.settings.texts else "center")
    name = data_text(str(asked.field)) if asked.label is None else spec_text(asked.label)
    entries = tuple(
        SampleEntry(_below(name, level), sample(place.view, STAR * count, asked.style))
        for count, level in enumerate(asked.levels if asked.legend else (), start=1)
    )
    return MadeMark(
        place.texts(texts, spot, asked.style), place.origin, tuple((entry, place.origin) for entry in entries)
    )


def _below(name: Text, level: float) -> Text:
    return replace(name, content=f"{name.content} < {for_people(level, None)}")
