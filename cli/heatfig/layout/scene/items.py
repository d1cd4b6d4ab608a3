"""Scene: where everything stands, in points on a page of exact size, origin at the upper left.

A few kinds of primitives, each with its role. Drawing walks them in order and decides nothing.
"""

import math
from collections.abc import Iterator

from heatfig.layout.scene.role import Role
from heatfig.runtime.arrays import RGB, Bytes, Flags
from heatfig.runtime.deferred import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pen:
    """How the line within the edge of a shape is drawn; `dashes` are lengths of line and gap in turn."""

    color: RGB
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle with its upper left corner at (x, y), hollow if it has no fill."""

    role: Role
    x: float
    y: float
    width: float
    height: float
    fill: RGB | None
    edge: Pen | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """A filled closed shape."""

    role: Role
    points: tuple[Point, ...]
    fill: RGB


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle about (x, y), hollow if it has no fill."""

    role: Role
    x: float
    y: float
    radius: float
    fill: RGB | None
    edge: Pen | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Strokes of one colour and width, each a run of points; `dashes` are lengths of line and gap in turn."""

    role: Role
    strokes: tuple[tuple[Point, ...], ...]
    color: RGB
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class TextRun:
    """One line of text whose baseline begins at (x, y) and rises by `angle` degrees.

    `width`, `ascent` and `descent` are its measured extent along and across the baseline.
    """

    role: Role
    content: str
    math: bool
    x: float
    y: float
    angle: float
    size: float
    bold: bool
    color: RGB
    width: float
    ascent: float
    descent: float
    italic: bool = False

    def corners(self) -> tuple[Point, ...]:
        """The corners of the text's box, turned with it."""
        cosine, sine = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        box = ((0, self.descent), (self.width, self.descent), (self.width, -self.ascent), (0, -self.ascent))
        return tuple((self.x + u * cosine + v * sine, self.y - u * sine + v * cosine) for u, v in box)


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """An image of shape (rows, columns, 3) stretched over a rectangle, its pixels kept sharp.

    `means` says whether a pixel stands for the mean score of several cells; nothing is drawn where `holes` are.
    """

    role: Role
    x: float
    y: float
    width: float
    height: float
    pixels: Bytes
    means: bool
    holes: Flags | None = None


@dataclass(frozen=True, slots=True)
class CellGroup:
    """Items that belong together under their role's id and a title that a viewer shows on hover.

    The first of those that are `joined` reaches under their neighbours: pixels that it covers by half mix colours.
    """

    role: Role
    title: str
    items: "tuple[Rect | Polygon | Circle | Lines | TextRun | Image, ...]"
    joined: bool


Item = Rect | Polygon | Circle | Lines | TextRun | Image | CellGroup


@dataclass(frozen=True, eq=False)
class Scene:
    """A page of `width` × `height` points; `background` is None where it is transparent.

    Texts of a PDF are drawn as shapes where they are to be `outlined`.
    """

    width: float
    height: float
    background: RGB | None
    families: tuple[str, ...]
    outlined: bool
    title: str
    description: str
    items: tuple[Item, ...]

    def text_runs(self) -> Iterator[TextRun]:
        """Every text, in drawing order."""
        for item in self.items:
            if isinstance(item, TextRun):
                yield item
            elif isinstance(item, CellGroup):
                yield from (inner for inner in item.items if isinstance(inner, TextRun))
