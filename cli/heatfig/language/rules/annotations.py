"""Rules of the texts in cells, and of the repeats that they tell of."""

from collections.abc import Sequence
from itertools import pairwise

from heatfig.diagnostics.origin import Path
from heatfig.language.columns import columns_of
from heatfig.language.marks.stars import Stars
from heatfig.language.model.figure import Panel
from heatfig.language.rules import Rules
from heatfig.language.scalars import FieldRef
from heatfig.language.templates import SPREAD
from heatfig.language.walk import held_in

MOST_ON_A_CELL = 50


def check_annotation(panel: Panel, rules: Rules) -> None:
    """A text tells of a spread only where it is said which; a cell has at least one score."""
    asked = panel.aggregate
    for held in held_in(panel.marks, ("marks",)):
        if isinstance(held.value, Stars):
            _check_levels(held.value.levels, (*held.path, "levels"), rules)
    for name, listed in (("annotations", panel.annotations), ("marks", panel.marks)):
        if isinstance(listed, tuple) and len(listed) > MOST_ON_A_CELL:
            message = f"{len(listed):,} of them on a cell are too many"
            rules.refuse("too-large", message, name, hint=f"at most {MOST_ON_A_CELL}")
    for path, text in panel.texts:
        if isinstance(text.color, str) and rules.gives(*path, "contrast"):
            message, hint = (
                "`contrast` chooses between black and white, and the colour is said",
                "leave one of them out",
            )
            rules.refuse("contradiction", message, *path, "contrast", hint=hint)
    if asked is None or asked.spread is None:
        hint = "aggregate: {using: mean, spread: std}"
        for path in [
            use.path for use in columns_of(panel) if isinstance(use.column, FieldRef) and use.column == SPREAD
        ]:
            message = "this shows a spread, and `aggregate` does not say which"
            rules.refuse("contradiction", message, *path, hint=hint)
    if asked is not None and asked.repeats is not None and asked.repeats.least < 1:
        message = f"a cell has at least 1 score, not {asked.repeats.least}"
        rules.refuse("out-of-bounds", message, "aggregate", "repeats", "least", hint="such as 5")


def _check_levels(levels: Sequence[float], path: Path, rules: Rules) -> None:
    """More stars say more."""
    if any(above <= below for above, below in pairwise(levels)):
        message = "levels fall: each star more is for a number below a lower one"
        rules.refuse("bad-range", message, *path, hint=f"{sorted(set(levels), reverse=True)}")
