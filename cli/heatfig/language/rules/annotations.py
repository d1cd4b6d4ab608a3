"""Rules of the texts in cells, and of the spread that they show."""

from heatfig.language.columns import columns_of
from heatfig.language.model.figure import Panel
from heatfig.language.rules import Rules
from heatfig.language.scalars import FieldRef
from heatfig.scales.words import SPREAD

MOST_ON_A_CELL = 50


def check_annotation(panel: Panel, rules: Rules) -> None:
    """A cell has room for what is drawn on it, and a spread is shown only where it is said which."""
    for name, listed in (("annotations", panel.annotations), ("marks", panel.marks)):
        if isinstance(listed, tuple) and len(listed) > MOST_ON_A_CELL:
            message = f"{len(listed):,} of them on a cell are too many"
            rules.refuse("too-large", message, name, hint=f"at most {MOST_ON_A_CELL}")
    if panel.aggregate is None or panel.aggregate.spread is None:
        for use in columns_of(panel):
            if isinstance(use.column, FieldRef) and use.column == SPREAD:
                message = "this shows a spread, and `aggregate` does not say which"
                rules.refuse("contradiction", message, *use.path, hint="aggregate: {using: mean, spread: std}")
