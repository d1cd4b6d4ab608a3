"""A sign in some cells."""

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.model.style import CellStyle
from heatfig.language.scalars import Text
from heatfig.scales.words import Spot


@record(kind="symbol")
class Symbol:
    """A symbol in some cells, such as †."""

    where: Condition = key("the cells that have it", examples=[{"p": {"below": 0.05}}])
    text: Text = key("the symbol", examples=["†"])
    at: Spot = key("position in the cell", default="top-right", examples=["center"])
    style: CellStyle = key(
        "how it is set; the size shrinks with all texts in cells",
        default=CellStyle(),
        examples=[{"size": 6}, {"color": "white"}],
    )
    label: Text = key("text in the legend; no entry if absent", default="", examples=["not significant"])
