"""Cells and their scores in words."""

import re
import unicodedata

from heatfig.layout.frame import Cell
from heatfig.plan.axis import key_name
from heatfig.plan.grid import SCORED
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text
from heatfig.scales.number_format import formatted

_COMMAND = re.compile(r"\\([A-Za-z]+) ?")


def cell_title(panel: PanelPlan, cell: Cell) -> str:
    """A cell's full keys and its score with its size, or what the legend says of why there is none."""
    row, column, part = cell
    named = f", {panel.parts[part]}" if panel.split else ""
    return f"{key_name(panel.y.keys[row])} → {key_name(panel.x.keys[column])}{named}: {_shown(panel, cell)}"


def _shown(panel: PanelPlan, cell: Cell) -> str:
    kind = int(panel.grid.kinds[cell])
    if kind == SCORED:
        return score_text(panel, float(panel.grid.scores[cell])) + _size(panel, cell)
    return plain(panel.missing[kind].label) or "missing"


def _size(panel: PanelPlan, cell: Cell) -> str:
    """What a shape has its size of, where that is not the score."""
    shapes = panel.shapes
    if shapes is None or shapes.sizes is None or shapes.field == panel.value.name:
        return ""
    return f" ({shapes.field}: {formatted(float(shapes.sizes[cell]), shapes.format)})"


def score_text(panel: PanelPlan, score: float) -> str:
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
