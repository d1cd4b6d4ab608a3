"""Rules of the shapes in cells and of their sizes."""

from heatfig.language.model.cells import Cells
from heatfig.language.model.shapes import Sizes
from heatfig.language.rules import Rules


def check_cells(cells: Cells, rules: Rules) -> None:
    """The rules of how cells are drawn."""
    if cells.shaped and cells.draw == "image":
        message = "cells drawn as an image have no shapes"
        rules.refuse("contradiction", message, "cells", "draw", hint="draw: vector, or leave it out")
    if cells.size is not None:
        _check_sizes(cells.size, rules.within("cells", "size"))


def _check_sizes(asked: Sizes, rules: Rules) -> None:
    largest = asked.range.max
    if asked.range.min != 0:
        message = f"sizes begin at 0, not at {asked.range.min:g}: areas are in proportion to numbers"
        rules.refuse("bad-range", message, "range", hint="range: [0, …]")
    elif largest is not None and largest <= 0:
        rules.refuse("bad-range", f"the largest size is above 0, not {largest:g}", "range", hint="such as [0, 1]")
    elif asked.ticks == ():
        rules.refuse("empty-list", "a legend shows one size or more", "ticks", hint="legend: false draws none")
    else:
        for index, tick in enumerate(asked.ticks or ()):
            if tick <= 0 or (largest is not None and tick > largest):
                message, hint = f"the size {tick:g} is outside the range", "numbers above 0, up to the `max` of `range`"
                rules.refuse("tick-outside", message, "ticks", index, hint=hint)
