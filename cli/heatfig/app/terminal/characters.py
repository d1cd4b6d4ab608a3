"""Text for a terminal: what stands for a missing score or a shade, and texts cut or filled to a width."""

import numpy as np
from rich.cells import cell_len, set_cell_size

from heatfig.plan.axis import AxisPlan
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.panel import PanelPlan
from heatfig.scales.words import Hatch

SHADES = "░▒▓█"
BOLD = "*"  # behind a text that would be bold, where there are no styles
_HATCHES: dict[Hatch, str] = {"none": "·", "rising": "/", "falling": "\\", "crossed": "x", "level": "-", "upright": "|"}
_FURTHER = "o+~*=#"  # for kinds of missing that differ in colour alone


def missing_marks(panel: PanelPlan) -> list[str]:
    """For each kind of missing a character like its hatch, and never one for two kinds."""
    marks: list[str] = []
    for style in panel.missing:
        mark = _HATCHES[style.hatch]
        same = [m for m, other in zip(marks, panel.missing, strict=False) if other == style]
        free = (further for further in _FURTHER if further not in marks)
        marks.append(same[0] if same else mark if mark not in marks else next(free, mark))
    return marks


def shade(scale: ColorScale, score: float) -> str:
    """A character as dark as the score is high, for where there are no colours."""
    fraction = float(np.clip(scale.norm.fraction(np.array(score)), 0, 1))
    return SHADES[min(int(fraction * len(SHADES)), len(SHADES) - 1)]


def names(axis: AxisPlan) -> list[str]:
    """What the tick in each cell shows, on one line; nothing where there is no tick."""
    found = [""] * len(axis.keys)
    for tick in axis.ticks:
        found[min(int(tick.at), len(found) - 1)] = tick.text.content.replace("\n", " ")
    return found


def fitted(text: str, width: int) -> str:
    """The text in just so many columns, its end cut where it is longer."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, max(0, width - 1)) + "…"


def centered(text: str, width: int) -> str:
    """The text in the middle of so many columns."""
    spare = max(0, width - cell_len(text))
    return " " * (spare // 2) + text + " " * (spare - spare // 2)
