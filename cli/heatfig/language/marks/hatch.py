"""Cells with lines over their colour."""

from typing import Literal

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.scalars import Text


@record(kind="hatch")
class Hatched:
    """Hatching: lines over the colour of some cells."""

    where: Condition = key("the cells to hatch", examples=[{"value": {"below": 0.2}}])
    lines: Literal["rising", "falling", "crossed", "level", "upright"] = key(
        "direction of the lines", default="rising", examples=["crossed"]
    )
    label: Text = key("text in the legend; no entry if absent", default="", examples=["too few runs"])
