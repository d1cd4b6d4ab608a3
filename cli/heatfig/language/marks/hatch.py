"""Cells with lines over their colour."""

from typing import Literal

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.scalars import Text


@record(kind="hatch")
class Hatched:
    """Lines over the colour of some cells."""

    where: Condition = key("the cells that have them", examples=[{"value": {"below": 0.2}}])
    lines: Literal["rising", "falling", "crossed", "level", "upright"] = key(
        "how they run", default="rising", examples=["crossed"]
    )
    label: Text = key("what the legend says they mean; nothing if absent", default="", examples=["too few runs"])
