"""Every text of a plan with its path, found by walking its fields, so that a new kind's texts are among them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import numpy as np

from heatfig.layout.problems import Misfit, Misfits
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import FigurePlan
from heatfig.plan.sources import PlanPath
from heatfig.plan.text import Text

# Names of kinds of missing are drawn where a legend has them, and stand in its entries.
_NOT_DRAWN = {"missing"}


def check_texts(face: Typeface, plan: FigurePlan) -> None:
    """Raise Misfits for every text that cannot be drawn, for want of a glyph or sense in its math."""
    misfits: list[Misfit] = []
    told: set[Text] = set()
    for path, text in _texts(plan, ()):
        if text in told:
            continue
        try:
            face.check(text, path)
        except Misfits as unfit:
            told.add(text)
            misfits += unfit.found
    if misfits:
        raise Misfits(misfits)


def _texts(value: object, path: PlanPath) -> Iterator[tuple[PlanPath, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        if value and not isinstance(value[0], str | int | float):  # such are keys, colours and numbers
            for index, inner in enumerate(value):
                yield from _texts(inner, (*path, index))
    elif isinstance(value, np.ndarray):
        if value.dtype == object:
            yield from ((path, Text(content)) for content in dict.fromkeys(value.flat) if content)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _NOT_DRAWN:
                yield from _texts(getattr(value, field.name), (*path, field.name))
