"""PDF, with TrueType fonts embedded and no date in it."""

from matplotlib.backends.backend_pdf import FigureCanvasPdf

from heatfig.draw.canvas import save
from heatfig.scene import Scene


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
    return save(scene, FigureCanvasPdf, (scene.width / 72, scene.height / 72), 72, "pdf", metadata=metadata)
