"""SVG, with text as text and the used glyphs along as fonts."""

import io
from html import escape  # xml.sax.saxutils imports urllib, and with it 30 ms of network
from typing import Any

from matplotlib.backends.backend_svg import RendererSVG

from heatfig.draw.fonts import font_faces
from heatfig.draw.paint import paint
from heatfig.scene import Scene


def draw_svg(scene: Scene, made_from: str) -> bytes:
    """The page with a group for every cell."""
    metadata = {"Title": scene.title, "Creator": None, "Date": None, "Format": None, "Type": None}
    into = io.StringIO()
    renderer: Any = RendererSVG(scene.width, scene.height, into, metadata=metadata)  # type: ignore[no-untyped-call]  # matplotlib leaves it bare
    paint(scene, renderer)
    renderer.finalize()
    # The backend writes the page's <title>; what else describes the page as a whole goes behind it.
    head, mark, rest = into.getvalue().partition("</title>")
    style = "text { white-space: pre }\n" + "\n".join(font_faces(scene))
    words = f"\n <desc>{escape(scene.description, quote=False)}</desc>\n <metadata>{escape(made_from)}</metadata>"
    added = f'{words}\n <style type="text/css">\n{style}\n </style>'
    return (head + mark + added + rest).encode()
