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
        "how the numbers of a row or column become one; if absent they must be one", default=None, examples=["mean"]
    )


def where_key() -> Any:
    """Which cells count."""
    return key(
        "the cells that count: what must hold of their fields and of the labels that name them; all if absent",
        default={},
        examples=[{"task": "Math"}, {"value": {"above": 0.2}}],
    )


@record(Short(scalar="field"), noun="summary")
class Summary:
    """One number for each row or column of the grid, over its cells as they are drawn."""

    field: NumberField = key(
        "what it is of: `value`, `spread`, `count`, or a column of numbers", examples=["value", "params"]
    )
    using: Using | None = using_key()
    where: CellsWhere = where_key()
