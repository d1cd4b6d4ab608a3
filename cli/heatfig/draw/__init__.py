"""Scene → bytes in a format: the formats by name."""

from collections.abc import Callable

from heatfig.scene import Scene

Drawer = Callable[[Scene, int], bytes]


def _png(scene: Scene, dpi: int) -> bytes:
    from heatfig.draw.png import draw_png

    return draw_png(scene, dpi)


def _pdf(scene: Scene, dpi: int) -> bytes:
    from heatfig.draw.pdf import draw_pdf

    return draw_pdf(scene, dpi)


def _svg(scene: Scene, dpi: int) -> bytes:
    from heatfig.draw.svg import draw_svg

    return draw_svg(scene, dpi)


# Each imports its backend when it is asked for: importing all three costs as much as drawing one.
FORMATS: dict[str, Drawer] = {"png": _png, "pdf": _pdf, "svg": _svg}


def draw(scene: Scene, form: str, dpi: int) -> bytes:
    """The figure's bytes; the same scene gives the same bytes. `dpi` matters to pixels alone."""
    return FORMATS[form](scene, dpi)
