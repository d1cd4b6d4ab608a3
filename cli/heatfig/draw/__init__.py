"""Scene → bytes in a format: who draws each."""

from collections.abc import Callable

from heatfig.layout.scene.items import Scene

Drawer = Callable[[Scene, int, str], bytes]


def _png(scene: Scene, dpi: int, made_from: str) -> bytes:
    from heatfig.draw.png import draw_png

    return draw_png(scene, dpi, made_from)


def _pdf(scene: Scene, _: int, made_from: str) -> bytes:
    from heatfig.draw.pdf import draw_pdf

    return draw_pdf(scene, made_from)


def _svg(scene: Scene, _: int, made_from: str) -> bytes:
    from heatfig.draw.svg import draw_svg

    return draw_svg(scene, made_from)


# Each imports its backend when it is asked for: importing all three costs as much as drawing one.
DRAWERS: dict[str, Drawer] = {"png": _png, "pdf": _pdf, "svg": _svg}


def draw(scene: Scene, form: str, dpi: int, made_from: str = "") -> bytes:
    """The figure's bytes; the same scene gives the same bytes.

    `dpi` matters to pixels alone; `made_from` is a line that the file carries.
    """
    return DRAWERS[form](scene, dpi, made_from)
