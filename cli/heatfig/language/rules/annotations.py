"""Rules of the texts in cells, and of the spread that they show."""

from heatfig.language.columns import columns_of
from heatfig.language.model.figure import Panel
from heatfig.language.rules import Rules
from heatfig.language.scalars import FieldRef
from heatfig.scales.words import SPREAD


def check_annotation(panel: Panel, rules: Rules) -> None:
    """A spread is shown only where it is said which."""
    if panel.aggregate is None or panel.aggregate.spread is None:
        for use in columns_of(panel):
            if isinstance(use.column, FieldRef) and use.column == SPREAD:
                message = "this shows a spread, and `aggregate` does not say which"
                rules.refuse("contradiction", message, *use.path, hint="aggregate: {using: mean, spread: std}")
