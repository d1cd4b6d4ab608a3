"""Rules of conditions, wherever they stand."""

from heatfig.language.conditions import Best
from heatfig.language.conditions.predicate import Bounds
from heatfig.language.model.figure import Panel
from heatfig.language.rules import Rules
from heatfig.language.rules.within import check_within
from heatfig.language.walk import held_in


def check_conditions(panel: Panel, rules: Rules) -> None:
    """The best have a rank, within what is there, and what has bounds has one at least."""
    for held in held_in(panel):
        if held.value == Bounds() and rules.whole(*held.path):
            rules.refuse("missing-key", "no bound is given", *held.path, hint="such as {min: 0.25, below: 1}")
        if isinstance(held.value, Best):
            if held.value.rank < 1:
                message, hint = f"the best have rank 1, and none has {held.value.rank}", "1 or more, such as 2"
                rules.refuse("out-of-bounds", message, *held.path, "rank", hint=hint)
            check_within(held.value.per, panel.axes, (*held.path, "per"), rules)
