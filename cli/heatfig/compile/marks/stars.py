"""Stars for how small a number is."""

import numpy as np

from heatfig.compile.cells.fields import numbers
from heatfig.compile.marks.place import MadeMark, MarkPlace, sample
from heatfig.language.marks.stars import Stars
from heatfig.plan.guides.legend import SampleEntry
from heatfig.plan.text import Text
from heatfig.scales.number_format import for_people

STAR = "*"


def stars(place: MarkPlace, spec: Stars) -> MadeMark:
    """In each cell a star for each threshold that its number is below."""
    found = numbers(place.panel.cells, str(spec.field), place.at("field")).scores
    counts = sum((found < level).astype(np.int64) for level in spec.levels)
    texts = np.array([STAR * count for count in range(len(spec.levels) + 1)], object)[counts]
    spot = spec.at or ("top" if place.view.settings.texts else "center")
    entries = (
        SampleEntry(Text(f"{spec.field} < {for_people(level, None)}"), sample(place.view, STAR * count, spec.style))
        for count, level in enumerate(spec.levels, start=1)
        if spec.legend
    )
    return MadeMark(
        place.texts(texts, spot, spec.style), place.origin, tuple((entry, place.origin) for entry in entries)
    )
