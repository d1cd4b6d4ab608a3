"""How texts of the rows or columns of a grid are set: alike, or by what holds for a cell of theirs."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.colors.named import color_at
from heatfig.compile.conditions import VALUE_FIRST, ShownFirst, holds
from heatfig.data.table import At
from heatfig.language.conditions import Condition
from heatfig.language.model.style import LabelStyle
from heatfig.plan.text import TextStyle
from heatfig.runtime.arrays import RGB
from heatfig.scales.sides import AxisName

Lines = NDArray[np.bool_]  # of each row, or each column, of the grid


def line_styles(
    panel: PanelCells,
    spec: LabelStyle,
    axis: AxisName,
    at: At,
    firsts: Sequence[int] | None = None,
    shown: ShownFirst = VALUE_FIRST,
) -> Iterator[TextStyle]:
    """The style of each row or column, or of groups that begin at `firsts`; `shown` is what the best are compared by.

    Raises Problems for colours and columns that are none.
    """
    count = panel.cells.shape[0 if axis == "y" else 1] if firsts is None else len(firsts)

    def where(condition: Condition, *path: str) -> Lines:
        if isinstance(condition, bool):
            return np.full(count, condition)
        found = holds(panel, condition, partial(at, *path), shown).any(axis=(1, 2) if axis == "y" else (0, 2))
        return np.asarray(found if firsts is None else np.logical_or.reduceat(found, firsts), np.bool_)

    bold, italic, underline = (where(getattr(spec, key), key) for key in ("bold", "italic", "underline"))
    for place, color in enumerate(_colors(spec, count, where, at)):
        flags = bool(bold[place]), bool(italic[place]), bool(underline[place])
        yield TextStyle(spec.size, *flags, color, spec.align)


def _colors(spec: LabelStyle, count: int, where: Callable[..., Lines], at: At) -> list[RGB | None]:
    """The colour of each row or column; of colours with conditions that of the first that holds."""
    if spec.color is None:
        return [None] * count
    if isinstance(spec.color, str):
        return [color_at(spec.color, at("color"))] * count
    colors: list[RGB | None] = [None] * count
    for name, condition in reversed(spec.color.items()):
        color = color_at(name, at("color", name))
        chosen = where(condition, "color", name).tolist()
        colors = [color if here else before for here, before in zip(chosen, colors, strict=True)]
    return colors
