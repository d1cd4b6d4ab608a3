"""What a PDF shows: its texts, fonts and page by pypdf, its pixels by PDFium."""

import ctypes
import io
import math
from functools import cached_property
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from decode import RGB, Box, Point, Raster, Shown, rgb
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
        content = "".join(text for text, _, _ in found).strip()
        return Shown(content, x, self.size[1] - up, angle, found[0][2], bold)

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
    channels = [ctypes.c_uint() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetFillColor(item, *channels)
    return rgb([channel.value for channel in channels[:3]]) if mode.value else None
