"""Rules of conditions, wherever they stand."""

from heatfig.language.conditions import Best
from heatfig.language.model.figure import Panel
from heatfig.language.rules import Rules
from heatfig.language.rules.within import check_within
from heatfig.language.walk import walk


def check_conditions(panel: Panel, rules: Rules) -> None:
    """The best are so within something that the axes have."""
    for visited in walk(panel):
        if isinstance(visited.value, Best):
            check_within(visited.value.per, panel.axes, (*visited.path, "per"), rules)
