"""Texts and strokes as they will be drawn."""

from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Align, Dash


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set where it is not as all of its kind: its size in points, its angle counter-clockwise."""

    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    color: RGB | None = None
    align: Align | None = None
    rotation: float | None = None


PLAIN = TextStyle()


@dataclass(frozen=True, slots=True)
class Text:
    """A text to draw: literal, or with `$…$` as math; without a style as all of its kind."""

    content: str = ""
    math: bool = False
    style: TextStyle | None = None

    def __bool__(self) -> bool:
        return bool(self.content)


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn; without a colour in that of the texts."""

    width: float = 0.75
    color: RGB | None = None
    dash: Dash = "solid"
