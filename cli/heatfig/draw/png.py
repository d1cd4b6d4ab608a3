"""PNG, through Agg."""

from matplotlib.backends.backend_agg import FigureCanvasAgg

from heatfig.draw.canvas import save
from heatfig.scene import Scene


def draw_png(scene: Scene, dpi: int, made_from: str) -> bytes:
    """The page at `dpi`, its size rounded to whole pixels."""
    width, height = (max(1, round(points / 72 * dpi)) for points in (scene.width, scene.height))
    metadata = {"Software": None, "Keywords": made_from, "Title": scene.title, "Description": scene.description}
    return save(scene, FigureCanvasAgg, (width / dpi, height / dpi), dpi, "png", metadata=metadata)
