"""PNG, through Agg."""

from matplotlib.backends.backend_agg import FigureCanvasAgg

from heatfig.draw.canvas import save
from heatfig.scene import Scene


def draw_png(scene: Scene, dpi: int, made_from: str) -> bytes:
    """The page at `dpi`, its size rounded to whole pixels."""
    width, height = (max(1, round(points / 72 * dpi)) for points in (scene.width, scene.height))
    metadata = {"Software": None, "Title": scene.title, "Description": scene.description, "Keywords": made_from}
    # Half a thousandth of a pixel keeps the backend's truncation from losing one.
    inches = ((width + 5e-4) / dpi, (height + 5e-4) / dpi)
    return save(scene, FigureCanvasAgg, inches, dpi, "png", metadata=metadata)
