"""What an SVG shows: its groups, texts and fonts by xml.etree, its fills by a small painter."""

import base64
import io
import math
import re
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, fromstring

import numpy as np
from decode import RGB, Box, Point, Shown, Stroke
from fontTools.ttLib import TTFont
from svg_paint import NAME, Embedded, Shape, box_of, numbers, painted, rgb_of, strokes_of, style

_FACE = re.compile(r"@font-face \{ (.*?); src: url\(data:font/woff;base64,(.*?)\) format\('woff'\) \}")


@dataclass(frozen=True)
class Face:
    """An embedded font: how text asks for it, and the characters that it has glyphs for."""

    family: str
    weight: str
    style: str
    characters: frozenset[str]


class Svg:
    """A parsed SVG."""

    def __init__(self, content: bytes) -> None:
        self.text = content.decode("utf-8")
        self.root = fromstring(content)
        self.painted = list(painted(self.root))
        self._boxes = np.array([item.box for item in self.painted]).T

    @property
    def size(self) -> Point:
        """Width and height in points."""
        width, height = (self.root.attrib[side].removesuffix("pt") for side in ("width", "height"))
        return float(width), float(height)

    def color(self, x: float, y: float) -> RGB:
        """What is filled last at a point; strokes and texts are left out."""
        left, top, right, bottom = self._boxes
        for index in np.flatnonzero((left <= x) & (x < right) & (top <= y) & (y < bottom))[::-1]:
            color: RGB | None = self.painted[index].color(x, y)
            if color is not None:
                return color
        return 255, 255, 255

    def fills(self) -> list[tuple[Box, RGB]]:
        """The boxes of filled outlines with their colours, in drawing order."""
        return [(item.box, item.fill) for item in self.painted if isinstance(item, Shape)]

    def shapes(self) -> list[Shape]:
        """The filled outlines, in drawing order."""
        return [item for item in self.painted if isinstance(item, Shape)]

    def outlines(self) -> list[Box]:
        """The boxes of all that is filled or drawn along, in drawing order."""
        return [box_of(path) for path in self.root.iter(f"{NAME}path") if path.get("d")]

    def images(self) -> list[Box]:
        """The boxes of embedded images."""
        return [item.box for item in self.painted if isinstance(item, Embedded)]

    def cells(self) -> list[Element]:
        """The groups of cells, as they come."""
        return [group for group in self.root.iter(f"{NAME}g") if group.get("id", "").startswith("cell-")]

    @cached_property
    def strokes(self) -> list[Stroke]:
        """Every straight line that is drawn."""
        return [stroke for path in self.root.iter(f"{NAME}path") for stroke in strokes_of(path)]

    @cached_property
    def texts(self) -> list[Shown]:
        """Every text with its place on the page."""
        parents = {child: parent for parent in self.root.iter() for child in parent}
        return [_shown(text, parents[text] if len(text) else None) for text in self.root.iter(f"{NAME}text")]

    def faces(self) -> list[Face]:
        """The embedded fonts, decoded."""
        return [_face(rules, data) for rules, data in _FACE.findall(self.text)]


def _shown(text: Element, group: Element | None) -> Shown:
    spans = list(text)
    content = "".join(span.text or "" for span in spans) if group is not None else text.text or ""
    look = style(spans[0] if group is not None else text)
    x, y, *turned = numbers((text if group is None else group).attrib["transform"])
    size = float(look["font-size"].removesuffix("px"))
    angle = -turned[0] if turned else 0.0
    return Shown(
        content,
        x,
        y,
        math.fmod(angle, 360),
        size,
        look.get("font-weight") == "700",
        group is not None,
        look.get("font-style") == "italic",
        rgb_of(style(text if group is None else group).get("fill", look.get("fill", "#000000"))),
    )


def _face(rules: str, data: str) -> Face:
    named = {key.strip(): value.strip(' "') for key, value in (rule.split(":", 1) for rule in rules.split(";"))}
    with TTFont(io.BytesIO(base64.b64decode(data))) as font:
        characters = frozenset(map(chr, font.getBestCmap()))
    return Face(named["font-family"], named["font-weight"], named["font-style"], characters)
