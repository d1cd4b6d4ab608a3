"""Rules of the shapes in cells and of their sizes."""

from heatfig.diagnostics.origin import Path
from heatfig.language.model.layers import Layer
from heatfig.language.model.settings import Settings
from heatfig.language.model.shapes import Sizes
from heatfig.language.rules import Rules


def check_cells(panel: Settings, rules: Rules) -> None:
    """The rules of how cells are drawn."""
    cells = panel.cells
    if not panel.layers and rules.gives("layers") and rules.whole("layers"):
        rules.refuse("empty-list", "there is one layer or more", "layers", hint="leave `layers` out")
    if cells.draw == "image" and (cells.shaped or len(panel.layers) > 1):
        message = f"cells drawn as an image have no {'shapes' if cells.shaped else 'layers'}"
        rules.refuse("contradiction", message, "cells", "draw", hint="draw: vector, or leave it out")
    if not cells.shaped:
        for name in ("fill", "stroke"):
            if rules.gives("cells", name):
                message, hint = f"`{name}` is of shapes, and these are whole cells", "shape: circle, or a `size`"
                rules.refuse("contradiction", message, "cells", name, hint=hint)
    if cells.shape != "bar" and rules.gives("cells", "at"):
        message, hint = f"`at` is of bars, and a {cells.shape} has its middle in that of its cell", "shape: bar"
        rules.refuse("contradiction", message, "cells", "at", hint=hint)
    _check_colors(panel, rules)
    if cells.size is not None:
        _check_sizes(cells.size, rules.within("cells", "size"))


def _check_colors(panel: Settings, rules: Rules) -> None:
    """Nothing speaks of colours that no score has."""
    drawn: dict[Path, Layer | Settings] = {("layers", number): layer for number, layer in enumerate(panel.layers)}
    for path, layer in (drawn or {Path(): panel}).items():
        for name in ("colormap", "range", "norm", "colorbar") if (layer.cells or panel.cells).uncolored else ():
            if rules.gives(*path, name) and getattr(layer, name) is not None:
                message, hint = f"hollow shapes of one colour have no {name}", "leave it out, or the colour of `stroke`"
                rules.refuse("contradiction", message, *path, name, hint=hint)


def _check_sizes(asked: Sizes, rules: Rules) -> None:
    largest = asked.range.max
    if asked.range.min != 0:
        message = f"sizes begin at 0, not at {asked.range.min:g}: areas are in proportion to numbers"
        rules.refuse("bad-range", message, "range", hint="range: [0, …]")
    elif largest is not None and largest <= 0:
        rules.refuse("bad-range", f"the largest size is above 0, not {largest:g}", "range", hint="such as [0, 1]")
    elif not asked.legend:
        for name in ("ticks", "label", "side"):
            if rules.gives(name):
                message, hint = f"`{name}` is of a legend, and there is none", "leave one of them out"
                rules.refuse("contradiction", message, name, hint=hint)
    else:
        for index, tick in enumerate(asked.ticks or ()):
            if tick <= 0 or (largest is not None and tick > largest):
                message, hint = f"the size {tick:g} is outside the range", "numbers above 0, up to the `max` of `range`"
                rules.refuse("tick-outside", message, "ticks", index, hint=hint)
