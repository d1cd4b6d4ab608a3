"""PDF, with TrueType fonts embedded or texts as shapes, and no date in it."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from matplotlib.backends import _backend_pdf_ps
from matplotlib.backends.backend_pdf import PdfFile, RendererPdf
from matplotlib.font_manager import FontPath

from heatfig.draw.fonts import Outlines, outlines
from heatfig.draw.paint import paint
from heatfig.layout.scene.items import Scene


def draw_pdf(scene: Scene, made_from: str) -> bytes:
    """The page with vector cells and text."""
    metadata = {
        "Title": scene.title,
        "Subject": scene.description,
        "Keywords": made_from,
        "Creator": None,
        "Producer": None,
        "CreationDate": None,
    }
    into = io.BytesIO()
    width, height = scene.width / 72, scene.height / 72
    file: Any = PdfFile(into, metadata=metadata)  # type: ignore[no-untyped-call]  # matplotlib leaves it bare
    file.newPage(width, height)
    renderer: Any = RendererPdf(file, 72, height, width)  # type: ignore[no-untyped-call]  # so here
    paint(scene, renderer, scene.outlined)
    renderer.finalize()
    with _own_subsets():
        file.finalize()
    file.close()
    return into.getvalue()


@contextmanager
def _own_subsets() -> Iterator[None]:
    """Embed outlines alone: the backend works out rules of layout too, in half of the time of a PDF, for nobody.

    It has no public way in. Without this, files are larger and all else is the same.
    """
    backend: Any = _backend_pdf_ps
    theirs = backend.get_glyphs_subset
    backend.get_glyphs_subset = _subset
    try:
        yield
    finally:
        backend.get_glyphs_subset = theirs


@contextmanager
def _subset(font: FontPath, glyphs: Iterable[int]) -> Iterator[Outlines]:
    yield outlines(str(font), font.face_index, frozenset(glyphs))
