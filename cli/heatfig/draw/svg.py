"""SVG, with text as text and the used glyphs along as fonts."""

import base64
import io
import re
from html import escape  # xml.sax.saxutils imports urllib, and with it 30 ms of network
from typing import Any

import numpy as np
from matplotlib.backends.backend_svg import RendererSVG
from PIL import Image

from heatfig.draw.fonts import font_faces
from heatfig.draw.paint import JOINED, paint
from heatfig.layout.scene.items import CellGroup, Scene

_INLINE = re.compile(r"(?<=data:image/png;base64,)[^\"]+")


def draw_svg(scene: Scene, made_from: str) -> bytes:
    """The page with a group for every cell."""
    metadata = {"Title": scene.title, "Creator": None, "Date": None, "Format": None, "Type": None}
    into = io.StringIO()
    renderer: Any = RendererSVG(scene.width, scene.height, into, metadata=metadata)  # type: ignore[no-untyped-call]  # matplotlib leaves it bare
    paint(scene, renderer)
    renderer.finalize()
    # The backend writes the page's <title>; what else describes the page as a whole goes behind it.
    head, mark, rest = into.getvalue().partition("</title>")
    style = "\n".join(["text { white-space: pre }", *_crisp(scene), *font_faces(scene)])
    words = f"\n <desc>{escape(scene.description, quote=False)}</desc>\n <metadata>{escape(made_from)}</metadata>"
    added = f'{words}\n <style type="text/css">\n{style}\n </style>'
    return (head + mark + added + _INLINE.sub(_with_palette, rest)).encode()


def _crisp(scene: Scene) -> list[str]:
    """A rule for what joins: whole pixels, as smoothed edges show a notch where a cell reaches under others."""
    joined = {item.role.panel or 0 for item in scene.items if isinstance(item, CellGroup) and item.joined}
    beside = {item.role.kind for item in scene.items if item.role.kind in JOINED}
    starts = [f"cell-p{panel}-" for panel in sorted(joined)] + [f"{kind}-" for kind in sorted(beside)]
    return [f'g[id^="{start}"] > path:first-of-type {{ shape-rendering: crispEdges }}' for start in starts]


def _with_palette(png: re.Match[str]) -> str:
    """An image of at most 256 colours, as those of cells are, with a palette: the same pixels in a third."""
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(png[0]))).convert("RGBA"))
    colors, codes = np.unique(np.ascontiguousarray(pixels).view(">u4"), return_inverse=True)
    if len(colors) > 256:
        return png[0]
    image = Image.fromarray(codes.reshape(pixels.shape[:2]).astype(np.uint8)).convert("P")
    channels = colors.view(np.uint8).reshape(-1, 4)
    image.putpalette(channels[:, :3].tobytes())
    into, opacities = io.BytesIO(), channels[:, 3]
    image.save(into, "png", **({} if opacities.all() else {"transparency": opacities.tobytes()}))
    return base64.b64encode(into.getvalue()).decode("ascii")
