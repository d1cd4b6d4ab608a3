"""Stars for how small a number is."""

import numpy as np

from heatfig.compile.cells.fields import numbers
from heatfig.compile.marks.place import MadeMark, MarkPlace, sample
from heatfig.language.marks.stars import Stars
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.text import Text
from heatfig.scales.number_format import for_people

STAR = "*"


def stars(place: MarkPlace, asked: Stars) -> MadeMark:
    """As many stars in each cell as levels that its number is below."""
    found = numbers(place.panel.cells, str(asked.field), place.at("field")).scores
    counts = sum((found < level).astype(np.int64) for level in asked.levels)
    texts = np.array([STAR * count for count in range(len(asked.levels) + 1)], object)[counts]
    spot = asked.at or ("top" if place.view.settings.texts else "center")
    entries = (
        SampleEntry(Text(f"{asked.field} < {for_people(level, None)}"), sample(place.view, STAR * count, asked.style))
        for count, level in enumerate(asked.levels, start=1)
        if asked.legend
    )
    return MadeMark(
        place.texts(texts, spot, asked.style), place.origin, tuple((entry, place.origin) for entry in entries)
    )
