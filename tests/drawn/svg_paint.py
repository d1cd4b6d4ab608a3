"""What an SVG fills, painted point by point."""

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element

import numpy as np
from decode import RGB, Box, Bytes, Point, Stroke, on_white, rgb
from matplotlib.path import Path
from PIL import Image

NAME = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
_NUMBER = re.compile(r"-?[0-9.]+(?:e-?[0-9]+)?")


@dataclass(frozen=True, eq=False)
class Shape:
    """A filled outline."""

    box: Box
    outline: Path
    fill: RGB

    @property
    def curved(self) -> bool:
        """Whether its outline is none of straight lines."""
        return Path.CURVE4 in np.array(self.outline.codes)

    def color(self, x: float, y: float) -> RGB | None:
        """Its colour at a point, None beside it."""
        return self.fill if self.outline.contains_point((x, y)) else None


@dataclass(frozen=True, eq=False)
class Embedded:
    """An image stretched over a box."""

    box: Box
    pixels: Bytes

    def color(self, x: float, y: float) -> RGB:
        """The pixel at a point of the box."""
        left, top, right, bottom = self.box
        rows, columns, _ = self.pixels.shape
        row, column = int((y - top) / (bottom - top) * rows), int((x - left) / (right - left) * columns)
        return rgb(self.pixels[row, column])


def numbers(text: str) -> Iterator[float]:
    """The numbers in a text."""
    return map(float, _NUMBER.findall(text))


def style(element: Element) -> dict[str, str]:
    """An element's style as a mapping."""
    pairs = (part.split(":", 1) for part in element.get("style", "").split(";") if part.strip())
    return {key.strip(): value.strip() for key, value in pairs}


def fill_color(element: Element) -> RGB | None:
    """An element's fill, None where it has none."""
    found = style(element).get("fill", "#000000")
    return None if found == "none" else rgb_of(found)


def rgb_of(text: str) -> RGB:
    """A colour in hex."""
    return rgb(bytes.fromhex(text.removeprefix("#")))


def strokes_of(path: Element) -> Iterator[Stroke]:
    """The straight lines of a path that is drawn, none of one that is filled alone."""
    look = style(path)
    if look.get("stroke", "none") == "none" or "C" in path.attrib["d"]:
        return
    color, width = rgb_of(look["stroke"]), float(look.get("stroke-width", "1"))
    for run in re.split(r"(?=M)", path.attrib["d"].strip()):
        found = list(numbers(run))
        points = list(zip(found[::2], found[1::2], strict=True))
        if points and run.rstrip().lower().endswith("z"):
            points.append(points[0])
        yield from (Stroke(start, end, color, width) for start, end in pairwise(points))


_CODES = {"M": Path.MOVETO, "L": Path.LINETO, "C": Path.CURVE4}


def corners(path: Element) -> list[Point]:
    """The points of a path of straight lines."""
    assert "C" not in path.attrib["d"], "a path of other than straight lines"
    return [(float(x), float(y)) for x, y in np.array(outline(path).vertices)]


def outline(path: Element) -> Path:
    """A path of lines and curves."""
    points, codes = list[Point](), list[Any]()
    for command, written in re.findall(r"([A-Za-z])([^A-Za-z]*)", path.attrib["d"]):
        assert command in "MLCz", f"a path with {command}"
        found = list(numbers(written))
        points += zip(found[::2], found[1::2], strict=True)
        codes += [_CODES[command]] * (len(found) // 2) if found else []
    return Path(points, codes)


def edge_width(path: Element) -> float:
    """How wide the line along a path is; 0 where it has none."""
    look = style(path)
    return 0.0 if look.get("stroke", "none") == "none" else float(look.get("stroke-width", "1"))


def box_of(path: Element) -> Box:
    """The box of a path with the line along it."""
    points, past = np.array(outline(path).vertices), edge_width(path) / 2
    (left, top), (right, bottom) = points.min(axis=0) - past, points.max(axis=0) + past
    return left, top, right, bottom


def painted(root: Element) -> Iterator[Shape | Embedded]:
    """Whatever is filled, in drawing order."""
    for element in root.iter():
        if element.tag == f"{NAME}path" and (fill := fill_color(element)) is not None:
            yield Shape(box_of(element), outline(element), fill)
        elif element.tag == f"{NAME}image":
            yield _embedded(element)


def _embedded(element: Element) -> Embedded:
    across, b, c, down, left, top = numbers(element.attrib["transform"])
    assert (b, c) == (0, 0), "a turned image"
    with Image.open(io.BytesIO(base64.b64decode(element.attrib[LINK].split(",", 1)[1]))) as image:
        pixels = on_white(image)
    xs, ys = (left, left + across * pixels.shape[1]), (top, top + down * pixels.shape[0])
    pixels = pixels[:: -1 if down < 0 else 1, :: -1 if across < 0 else 1]
    return Embedded((min(xs), min(ys), max(xs), max(ys)), pixels)
