"""Summaries: one number for each row or column of the grid, by which they stand in order or are drawn beside it."""

from typing import Any

from heatfig.language.conditions import CellsWhere
from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.scalars import NumberField
from heatfig.scales.words import Using


def using_key() -> Any:
    """How numbers become one."""
    return key(
        "how to summarize the numbers of a row or column; if absent there must be only one",
        default=None,
        examples=["mean"],
    )


def where_key() -> Any:
    """Which cells count."""
    return key(
        "the cells to summarize, by their fields and labels; all if absent",
        default={},
        examples=[{"task": "Math"}, {"value": {"above": 0.2}}],
    )


@record(Short(scalar="field"), noun="summary")
class Summary:
    """One number for each row or column of the grid: a summary of its cells as they are drawn."""

    field: NumberField = key(
        "the number to show: `value`, `spread`, `count` or a column of numbers", examples=["value", "params"]
    )
    using: Using | None = using_key()
    where: CellsWhere = where_key()
