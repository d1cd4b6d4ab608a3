"""How texts are set, wherever they stand."""

from typing import Literal

from heatfig.language.conditions import Condition
from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.scalars import Boolean, Color, Count, Degrees, Points, Text

Align = Literal["left", "center", "right"]


@record(noun="style")
class Style:
    """How a text is set where it is not as all of its kind."""

    size: Points | None = key("its size in points; if absent that of its kind", default=None, examples=[7])
    bold: Boolean = key("whether it is bold", default=False, examples=[True])
    italic: Boolean = key("whether it is italic", default=False, examples=[True])
    underline: Boolean = key("whether a line runs under it", default=False, examples=[True])
    color: Color | None = key("its colour; if absent that of all texts", default=None, examples=["dimgray"])
    align: Align | None = key(
        "alignment of the text and of its lines; if absent as suits its kind",
        default=None,
        examples=["left"],
    )


@record(noun="cell style")
class CellStyle:
    """How texts of cells are set, or of rows and columns, for which a condition holds if it does for one cell."""

    size: Points | None = key("their size in points; if absent that of all of their kind", default=None, examples=[7])
    bold: Condition = key("which of them are bold", default=False, examples=[True, {"family": "Heron"}])
    italic: Condition = key("which of them are italic", default=False, examples=[True])
    underline: Condition = key("which of them are underlined", default=False, examples=["is_best"])
    color: Color | dict[Color, Condition] | None = key(
        "their colour, or colours by condition, the first that holds; if absent that of all texts",
        default=None,
        examples=["dimgrey", {"firebrick": {"family": "Otter"}}],
    )


@record(noun="label style")
class LabelStyle(CellStyle):
    """How labels are set; a condition holds for a label if it does for one of its cells."""

    align: Align | None = key(
        "alignment of labels beside rows, and of lines among each other; if absent towards the grid",
        default=None,
        examples=["left"],
    )


@record(Short(scalar="text"), noun="name")
class Heading(Style):
    """A text of the user's own, and how it is set."""

    text: Text | None = key('what it says, `""` for none', default=None, examples=["Accuracy (%)"])
    wrap: Count | None = key(
        "breaks its lines between words, to at most so many characters each where the words allow",
        default=None,
        examples=[20],
    )


@record(Short(scalar="text"), noun="label")
class AxisTitle(Heading):
    """A text of the user's own along an axis, a colorbar or a page, and how it is set."""

    rotation: Degrees | None = key(
        "its angle in degrees, counter-clockwise; if absent it runs along its side", default=None, examples=[0]
    )
