"""Rules of the shapes in cells, and of cells drawn as an image."""

from heatfig.diagnostics.origin import Path
from heatfig.language.model.layers import Layer
from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules
from heatfig.scales.sides import AXES


def check_cells(panel: Settings, rules: Rules) -> None:
    """The rules of how cells are drawn."""
    cells = panel.cells
    if not panel.layers and rules.gives("layers") and rules.is_valid("layers"):
        rules.refuse("empty-list", "there is one layer or more", "layers", hint="leave `layers` out")
    if cells.draw == "image" and (cells.shaped or len(panel.layers) > 1):
        message = f"cells drawn as an image have no {'shapes' if cells.shaped else 'layers'}"
        rules.refuse("contradiction", message, "cells", "draw", hint="draw: vector, or leave it out")
    if not cells.shaped:
        for name in ("fill", "stroke"):
            if rules.gives("cells", name):
                message, hint = f"`{name}` is for shapes, and these are whole cells", "shape: circle, or a `size`"
                rules.refuse("contradiction", message, "cells", name, hint=hint)
    if cells.shape != "bar" and rules.gives("cells", "at"):
        message, hint = f"`at` is for bars, and a {cells.shape} is in the middle of its cell", "shape: bar"
        rules.refuse("contradiction", message, "cells", "at", hint=hint)
    _check_colors(panel, rules)


def _check_colors(panel: Settings, rules: Rules) -> None:
    """Nothing speaks of colours that no score has."""
    drawn: dict[Path, Layer | Settings] = {("layers", number): layer for number, layer in enumerate(panel.layers)}
    for path, layer in (drawn or {Path(): panel}).items():
        for name in ("colormap", "range", "norm", "colorbar") if (layer.cells or panel.cells).uncolored else ():
            if rules.gives(*path, name) and getattr(layer, name) is not None:
                message, hint = f"shapes of one colour have no {name}", "leave it out, or that colour"
                rules.refuse("contradiction", message, *path, name, hint=hint)


def check_image(panel: Settings, rules: Rules) -> None:
    """An image has no gaps."""
    if panel.cells.draw != "image":
        return
    for name in AXES:
        axis = panel.axes.of(name)
        if axis.gaps is not None and rules.is_valid("axes", name):
            message = "cells drawn as an image have no gaps"
            rules.refuse("contradiction", message, "axes", name, "gaps", hint="cells: vector")
        if axis.group is not None and axis.group.gap and rules.is_valid("axes", name):
            message = "cells drawn as an image have no gaps between groups"
            rules.refuse("contradiction", message, "axes", name, "group", "gap", hint="cells: vector")
    if panel.gap is not None and panel.gap.width != 0 and rules.is_valid("gap"):
        rules.refuse("contradiction", "cells drawn as an image have no gaps", "gap", hint="cells: vector")
