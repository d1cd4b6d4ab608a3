"""A scene on a bare matplotlib Figure, saved through one backend."""

import io
from typing import Any

from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from heatfig.draw.artist import SceneArtist
from heatfig.scene import Scene


def save(
    scene: Scene, canvas: type[FigureCanvasBase], inches: tuple[float, float], dpi: float, form: str, **options: Any
) -> bytes:
    """Draw a scene on a page of that many inches."""
    figure = Figure(figsize=inches, dpi=dpi)
    canvas(figure)
    figure.patch.set_linewidth(0)
    if scene.background is None:
        figure.patch.set_alpha(0)
    else:
        red, green, blue = scene.background
        figure.patch.set_facecolor((red / 255, green / 255, blue / 255))
    figure.add_artist(SceneArtist(scene), clip=False)
    into = io.BytesIO()
    figure.savefig(into, format=form, dpi=dpi, **options)
    return into.getvalue()
