"""Texts at the edge of a cell stand as far in as the cell is large, within bounds."""

from collections.abc import Callable

import pytest
from corpus import grids

from heatfig.build.figure import Figure

SCORES = "x,y,v\np,m,1\n"


@pytest.mark.parametrize(("size", "inset"), [(16, 2), (30, 2.5), (60, 3)])
def test_a_text_in_a_corner_stands_further_in_where_the_cell_is_larger(
    size: int, inset: float, make: Callable[..., Figure]
) -> None:
    figure = make(
        "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\ncolorbar: none\nframe: none\n"
        f"annotations: {{text: '{{v}}', at: bottom-right, size: 5}}\nsize: {{cell: [{size}pt, {size}pt]}}\n",
        s=SCORES,
    )
    _, _, right, bottom = grids(figure)[0]
    (text,) = (run for run in figure.scene.text_runs() if run.role.kind == "annotation")
    assert (right - text.x - text.width, bottom - text.y) == pytest.approx((inset, inset), abs=0.1)
