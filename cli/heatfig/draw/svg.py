"""SVG, with text as text and the used glyphs along as fonts."""

from xml.sax.saxutils import escape

from matplotlib.backends.backend_svg import FigureCanvasSVG

from heatfig.draw.canvas import save
from heatfig.draw.fonts import font_faces
from heatfig.scene import Scene


def draw_svg(scene: Scene, made_from: str) -> bytes:
    """The page with a group for every cell."""
    metadata = {"Title": scene.title, "Creator": None, "Date": None, "Format": None, "Type": None}
    content = save(scene, FigureCanvasSVG, (scene.width / 72, scene.height / 72), 72, "svg", metadata=metadata)
    # The backend writes the page's <title>; what else describes the page as a whole goes behind it.
    head, mark, rest = content.partition(b"</title>")
    style = "text { white-space: pre }\n" + "\n".join(font_faces(scene))
    keywords = f"\n <metadata>{escape(made_from)}</metadata>"
    added = f'\n <desc>{escape(scene.description)}</desc>{keywords}\n <style type="text/css">\n{style}\n </style>'
    return head + mark + added.encode() + rest
