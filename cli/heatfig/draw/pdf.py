"""PDF, with TrueType fonts embedded and no date in it."""

from matplotlib.backends.backend_pdf import FigureCanvasPdf

from heatfig.draw.canvas import save
from heatfig.scene import Scene


def draw_pdf(scene: Scene, dpi: int) -> bytes:
    """The page with vector cells and text; `dpi` is of no account."""
    del dpi
    metadata = {
        "Title": scene.title,
        "Subject": scene.description,
        "Creator": None,
        "Producer": None,
        "CreationDate": None,
    }
    return save(scene, FigureCanvasPdf, (scene.width / 72, scene.height / 72), 72, "pdf", metadata=metadata)
