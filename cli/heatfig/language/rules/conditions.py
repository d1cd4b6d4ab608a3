"""Rules of conditions, wherever they stand."""

from heatfig.language.conditions import Best
from heatfig.language.model.figure import Panel
from heatfig.language.rules import Rules
from heatfig.language.rules.within import check_within
from heatfig.language.walk import held_in


def check_conditions(panel: Panel, rules: Rules) -> None:
    """The best are so within something that the axes have."""
    for held in held_in(panel):
        if isinstance(held.value, Best):
            check_within(held.value.per, panel.axes, (*held.path, "per"), rules)
