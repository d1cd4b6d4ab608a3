"""Every text of a plan with its path, found by walking its fields, so that a new kind's texts are among them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

import numpy as np

from heatfig.layout.problems import Misfit, Misfits
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.figure import FigurePlan
from heatfig.plan.sources import PlanPath
from heatfig.plan.text import Text

# Names of kinds of missing are drawn where a legend has them, and stand in its entries.
_NOT_DRAWN = {"missing"}
# Several times what the largest page holds; beyond it measuring alone would take minutes.
MOST_TEXTS, MOST_IN_CELLS = 20_000, 100_000
_OWNER = 4  # steps of a path: to the ticks of an axis, a track, the texts of a mark


def check_texts(face: Typeface, plan: FigurePlan) -> None:
    """Raise Misfits for more texts than a page holds, or for those that have no glyph or no sense in their math."""
    texts = list(_texts(plan, ()))
    _check_number([path for path, _ in texts if "marks" not in path], MOST_TEXTS, "`ticks: none` shows no labels")
    _check_number([path for path, _ in texts if "marks" in path], MOST_IN_CELLS, "`annotations: none`")
    misfits: list[Misfit] = []
    refused: set[Text] = set()
    for path, text in texts:
        if text in refused:
            continue
        try:
            face.check(text, path)
        except Misfits as unfit:
            refused.add(text)
            misfits += unfit.misfits
    if misfits:
        raise Misfits(misfits)


def _check_number(paths: Sequence[PlanPath], most: int, hint: str) -> None:
    if len(paths) > most:
        owner, _ = Counter(path[:_OWNER] for path in paths).most_common(1)[0]
        message = f"the page would have {len(paths):,} texts"
        raise Misfits([Misfit("too-large", message, owner, f"at most {most:,}; {hint}")])


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
