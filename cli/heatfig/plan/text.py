"""Texts and strokes as they will be drawn."""

from dataclasses import dataclass
from typing import Literal

from heatfig.runtime.arrays import RGB

Side = Literal["left", "right", "top", "bottom"]
Dash = Literal["solid", "dashed", "dotted"]


@dataclass(frozen=True)
class Text:
    """A text to draw: literal, or with `$…$` as math."""

    content: str = ""
    math: bool = False

    def __bool__(self) -> bool:
        return bool(self.content)


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn; without a colour in that of the texts."""

    width: float = 0.75
    color: RGB | None = None
    dash: Dash = "solid"
