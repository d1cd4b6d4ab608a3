"""A sign in some cells."""

from heatfig.language.conditions import Condition
from heatfig.language.hints import key, record
from heatfig.language.model.cells import Place
from heatfig.language.model.style import CellStyle
from heatfig.language.scalars import Text


@record(kind="symbol")
class Symbol:
    """A sign in some cells, such as †."""

    where: Condition = key("the cells that have it", examples=[{"p": {"below": 0.05}}])
    text: Text = key("the sign", examples=["†"])
    at: Place = key("where it stands in its cell", default="top-right", examples=["center"])
    style: CellStyle = key(
        "how it is set; a size is shrunk with those of all texts in cells",
        default=CellStyle(),
        examples=[{"size": 6}, {"color": "white"}],
    )
    label: Text = key("what the legend says it means; nothing if absent", default="", examples=["not significant"])
