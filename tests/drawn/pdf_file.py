"""What a PDF shows: its texts, fonts and page by pypdf, its pixels by PDFium."""

import ctypes
import io
import math
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from decode import RGB, Box, Point, Raster, Shown, Stroke, rgb
from pypdf import PdfReader


class Pdf:
    """A parsed PDF of one page."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(io.BytesIO(content))
        (self.page,) = self.reader.pages

    @property
    def size(self) -> Point:
        """Width and height of the MediaBox, which begins at the origin."""
        left, bottom, width, height = (float(edge) for edge in self.page.mediabox)
        assert (left, bottom) == (0, 0)
        return width, height

    @cached_property
    def texts(self) -> list[Shown]:
        """Every text with its place: what is shown under one matrix is one text."""
        pieces: dict[tuple[float, ...], list[tuple[str, Any, float]]] = {}

        def visit(text: str, matrix: list[float], _: list[float], font: Any, size: float) -> None:
            if text.strip():
                pieces.setdefault(tuple(matrix), []).append((text, font, size))

        self.page.extract_text(visitor_text=visit)
        return [self._shown(matrix, found) for matrix, found in pieces.items()]

    def _shown(self, matrix: tuple[float, ...], found: list[tuple[str, Any, float]]) -> Shown:
        cosine, sine, _, _, x, up = matrix
        angle = math.degrees(math.atan2(sine, cosine))
        bold = all("Bold" in font["/BaseFont"] for _, font, _ in found)
        italic = all(re.search("Italic|Oblique|-It|BoldIt", font["/BaseFont"]) for _, font, _ in found)
        content, y = "".join(text for text, _, _ in found).strip(), self.size[1] - up
        return Shown(content, x, y, angle, found[0][2], bold, italic=italic, color=self._ink(x, y, found[0][2], angle))

    def _ink(self, x: float, y: float, size: float, angle: float) -> RGB:
        """The colour of the text that begins at a point."""
        turn, aside = math.radians(angle), 0.2 * size
        a, b = x + aside * (math.cos(turn) - math.sin(turn)), y - aside * (math.sin(turn) + math.cos(turn))
        near = (max(left - a, a - right, top - b, b - bottom) for (left, top, right, bottom), _ in self._inks)
        return min(zip(near, (color for _, color in self._inks), strict=True), key=lambda found: found[0])[1]

    @cached_property
    def _inks(self) -> list[tuple[Box, RGB]]:
        """The boxes of texts with their colours."""
        with pdfium.PdfDocument(self.content) as document:
            page = document[0]
            texts = [item for item in page.get_objects() if item.type == pdfium_c.FPDF_PAGEOBJ_TEXT]
            return [(self._box(item), _color(item, pdfium_c.FPDFPageObj_GetFillColor)) for item in texts]

    @cached_property
    def strokes(self) -> list[Stroke]:
        """Every straight line that is drawn."""
        with pdfium.PdfDocument(self.content) as document:
            page = document[0]
            paths = [item for item in page.get_objects() if item.type == pdfium_c.FPDF_PAGEOBJ_PATH]
            return [stroke for item in paths for stroke in _strokes(item, self.size[1])]

    def fonts(self) -> list[Any]:
        """The page's font dictionaries and those that they are made of."""
        resources: Any = self.page["/Resources"]
        fonts = [font.get_object() for font in resources["/Font"].values()]
        inner = [part.get_object() for font in fonts for part in font.get("/DescendantFonts", [])]
        return [*fonts, *inner]

    def images(self) -> list[Box]:
        """The boxes of embedded images."""
        return [box for kind, box, _ in self._objects if kind == pdfium_c.FPDF_PAGEOBJ_IMAGE]

    def fills(self) -> list[tuple[Box, RGB]]:
        """The boxes of filled outlines with their colours, in drawing order."""
        return [(box, fill) for _, box, fill in self._objects if fill is not None]

    def outlines(self) -> list[Box]:
        """The boxes of all that is filled or drawn along, in drawing order."""
        return [box for kind, box, _ in self._objects if kind == pdfium_c.FPDF_PAGEOBJ_PATH]

    @cached_property
    def _objects(self) -> list[tuple[int, Box, RGB | None]]:
        """What PDFium finds on the page, in drawing order: its kind, its box and its fill."""
        with pdfium.PdfDocument(self.content) as document:
            page = document[0]
            return [(item.type, self._box(item), _fill_color(item)) for item in page.get_objects()]

    def _box(self, item: Any) -> Box:
        left, bottom, right, top = item.get_bounds()
        return left, self.size[1] - top, right, self.size[1] - bottom

    def raster(self, scale: float) -> Raster:
        """The page as PDFium shows it, `scale` pixels a point."""
        with pdfium.PdfDocument(self.content) as document:
            bitmap = document[0].render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            pixels = np.array(bitmap.to_numpy()[..., :3])
            bitmap.close()
        return Raster(pixels, scale)


def _fill_color(item: Any) -> RGB | None:
    if item.type != pdfium_c.FPDF_PAGEOBJ_PATH:
        return None
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(item, mode, stroked)
    return _color(item, pdfium_c.FPDFPageObj_GetFillColor) if mode.value else None


def _color(item: Any, of: Any) -> RGB:
    channels = [ctypes.c_uint() for _ in range(4)]
    of(item, *channels)
    return rgb([channel.value for channel in channels[:3]])


def _strokes(item: Any, height: float) -> Iterator[Stroke]:
    """The straight lines of a path, none of one that is filled alone."""
    mode, stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium_c.FPDFPath_GetDrawMode(item, mode, stroked)
    if not stroked.value:
        return
    pdfium_c.FPDFPageObj_GetStrokeWidth(item, width)
    color = _color(item, pdfium_c.FPDFPageObj_GetStrokeColor)
    start = at = (0.0, 0.0)
    for number in range(pdfium_c.FPDFPath_CountSegments(item)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        to = (x.value, height - y.value)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = to
        else:
            yield Stroke(at, to, color, width.value)
        at = to
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            yield Stroke(at, start, color, width.value)
