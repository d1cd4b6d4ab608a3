"""The rules that records have of themselves."""

from typing import Any

from heatfig.language.rules import Checked, Rules
from heatfig.language.walk import held_in


def check_records(record: Any, rules: Rules) -> None:
    """Each record within this one keeps its rules; one with an invalid key is passed over."""
    for held in held_in(record):
        if isinstance(held.value, Checked) and rules.is_valid(*held.path):
            held.value.check(rules.within(*held.path))
