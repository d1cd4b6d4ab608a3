"""How texts are set, wherever they stand."""

from heatfig.language.conditions import Condition
from heatfig.language.forms import Short
from heatfig.language.hints import key, record
from heatfig.language.scalars import Boolean, Color, Count, Degrees, Points, Text
from heatfig.scales.words import Align


@record(noun="style")
class Style:
    """How a text is set."""

    size: Points | None = key(
        "size in points; if absent the usual one for this kind of text", default=None, examples=[7]
    )
    bold: Boolean = key("whether it is bold", default=False, examples=[True])
    italic: Boolean = key("whether it is italic", default=False, examples=[True])
    underline: Boolean = key("whether it is underlined", default=False, examples=[True])
    color: Color | None = key("its colour; if absent that of other texts", default=None, examples=["dimgray"])
    align: Align | None = key(
        "alignment of the text and of its lines; if absent the usual one for this kind of text",
        default=None,
        examples=["left"],
    )


@record(noun="cell style")
class CellStyle:
    """How texts are set, by condition. For a row or column a condition holds if it holds for one of its cells."""

    size: Points | None = key(
        "size in points; if absent the usual one for this kind of text", default=None, examples=[7]
    )
    bold: Condition = key("which texts are bold", default=False, examples=[True, {"family": "Heron"}])
    italic: Condition = key("which texts are italic", default=False, examples=[True])
    underline: Condition = key("which texts are underlined", default=False, examples=["is_best"])
    color: Color | dict[Color, Condition] | None = key(
        "their colour, or colours by condition, of which the first that holds is used; if absent that of other texts",
        default=None,
        examples=["dimgrey", {"firebrick": {"family": "Otter"}}],
    )


@record(noun="label style")
class LabelStyle(CellStyle):
    """How labels are set, by condition. For a label a condition holds if it holds for one of its cells."""

    align: Align | None = key(
        "alignment of labels beside rows, and of wrapped lines; if absent towards the grid",
        default=None,
        examples=["left"],
    )


@record(Short(scalar="text"), noun="name")
class Heading(Style):
    """A text that you write, and how it is set."""

    text: Text | None = key('the text, `""` for none', default=None, examples=["Accuracy (%)"])
    wrap: Count | None = key(
        "maximum number of characters per line; lines break between words",
        default=None,
        examples=[20],
    )


@record(Short(scalar="text"), noun="label")
class AxisTitle(Heading):
    """A text that you write along an axis, a colorbar or a page, and how it is set."""

    rotation: Degrees | None = key(
        "its angle in degrees, counter-clockwise; if absent along its side", default=None, examples=[0]
    )


@record(Short(scalar="text"), noun="track name")
class TrackName(Heading):
    """The name of what stands beside a grid, at its end, and how it is set."""

    rotation: Degrees | None = key(
        "its angle in degrees, counter-clockwise, as labels that it stands beside have it; if absent level, and along "
        "a strip",
        default=None,
        examples=[45],
    )
