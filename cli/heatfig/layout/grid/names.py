"""Cells and their scores in words."""

import re
import unicodedata
from collections.abc import Iterator

from heatfig.layout.grid.frame import Cell
from heatfig.plan.grid import SCORED
from heatfig.plan.layer import Layer
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text
from heatfig.scales.number_format import formatted

_COMMAND = re.compile(r"\\([A-Za-z]+) ?")


def cell_title(panel: PanelPlan, cell: Cell) -> str:
    """A cell's full keys and its score with its size, or what the legend says of why there is none."""
    row, column, part = cell
    named = f", {panel.parts[part]}" if panel.split else ""
    return f"{panel.y.keys[row]} → {panel.x.keys[column]}{named}: {_shown(panel, cell)}"


def _shown(panel: PanelPlan, cell: Cell) -> str:
    return "; ".join([_own(panel, cell), *_over(panel, cell)])


def _own(panel: PanelPlan, cell: Cell) -> str:
    kind = int(panel.grid.kinds[cell])
    if kind == SCORED:
        return _score(panel, cell)
    return plain(panel.missing[kind].label) or "missing"


def _over(panel: PanelPlan, cell: Cell) -> Iterator[str]:
    """The scores of the layers over a cell."""
    for layer in panel.layers:
        if layer.grid.kinds[cell] == SCORED:
            yield f"{layer.value.name or 'score'} {_score(layer, cell)}"


def _score(layer: PanelPlan | Layer, cell: Cell) -> str:
    """A score with the number that its shape has its size of, where that is another one."""
    shapes, score = layer.shapes, score_text(layer, float(layer.grid.scores[cell]))
    if shapes is None or shapes.sizes is None or shapes.field == layer.value.name:
        return score
    return score + f" ({shapes.field}: {formatted(float(shapes.sizes[cell]), shapes.format)})"


def score_text(panel: PanelPlan | Layer, score: float) -> str:
    """A score in the panel's format, or as it is where that cannot show it; the text that it is the place of."""
    if panel.value.categories:
        return panel.value.categories[int(score)]
    try:
        return formatted(score, panel.value.format)
    except ValueError:
        return formatted(score, None)


def plain(text: Text) -> str:
    """A text without the signs of math, letters in place of their names."""
    if not text.math:
        return text.content
    bare = re.sub(r"(?<!\\)\$", "", text.content).replace(r"\$", "$")
    return _COMMAND.sub(_letter, bare)


def _letter(command: re.Match[str]) -> str:
    """The Greek letter of that name, if there is one."""
    size = "CAPITAL" if command[1][0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {command[1].upper()}")
    except KeyError:
        return command[0]
