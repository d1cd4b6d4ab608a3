"""What a figure's files show, read back with other people's readers.

Points are counted from the page's upper left corner, x to the right and y downward.
"""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

RGB = tuple[int, int, int]
Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom
Bytes = NDArray[np.uint8]


@dataclass(frozen=True)
class Stroke:
    """A straight line as a file draws it."""

    start: Point
    end: Point
    color: RGB
    width: float

    def covers(self, x: float, y: float, near: float = 0.05) -> bool:
        """Whether it runs through a point."""
        (a, b), (c, d) = self.start, self.end
        length = max((c - a) ** 2 + (d - b) ** 2, 1e-12)
        share = min(max(((x - a) * (c - a) + (y - b) * (d - b)) / length, 0.0), 1.0)
        return bool(np.hypot(x - a - share * (c - a), y - b - share * (d - b)) < near)


@dataclass(frozen=True)
class Shown:
    """A text as a file shows it: where its baseline begins, how it turns, its size, weight, slant and colour."""

    content: str
    x: float
    y: float
    angle: float
    size: float
    bold: bool
    math: bool = False
    italic: bool = False
    color: RGB = (0, 0, 0)

    @property
    def letters(self) -> str:
        """The characters without spaces; of math in no telling order."""
        letters = "".join(self.content.split())
        return "".join(sorted(letters)) if self.math else letters


@dataclass(frozen=True, eq=False)
class Raster:
    """Pixels of shape (height, width, 3), `scale` of them a point."""

    pixels: Bytes
    scale: float

    def color(self, x: float, y: float) -> RGB:
        """The pixel at a point."""
        return rgb(self.pixels[int(y * self.scale), int(x * self.scale)])

    def inside(self, box: Box, margin: float = 0.0) -> Bytes:
        """The pixels that lie within a box wholly, `margin` points off its edges."""
        left, top = (int(np.ceil((edge + margin) * self.scale)) for edge in box[:2])
        right, bottom = (int(np.floor((edge - margin) * self.scale)) for edge in box[2:])
        return self.pixels[top:bottom, left:right]


def rgb(channels: Any) -> RGB:
    """Three bytes as plain numbers."""
    red, green, blue = (int(channel) for channel in channels)
    return red, green, blue


def read_png(content: bytes, dpi: int) -> Raster:
    """A PNG over white paper."""
    with Image.open(io.BytesIO(content)) as image:
        return Raster(on_white(image), dpi / 72)


def on_white(image: Image.Image) -> Bytes:
    """An image's opaque pixels; what is transparent shows white."""
    layered = image.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return np.asarray(Image.alpha_composite(paper, layered).convert("RGB"))
