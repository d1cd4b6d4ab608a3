"""The rules that records have of themselves."""

from typing import Any

from heatfig.language.rules import Checked, Rules
from heatfig.language.walk import walk


def check_records(record: Any, rules: Rules) -> None:
    """Each record within this one keeps its rules; one with an invalid key is passed over."""
    for visited in walk(record):
        if isinstance(visited.value, Checked) and rules.is_valid(*visited.path):
            visited.value.check(rules.within(*visited.path))
