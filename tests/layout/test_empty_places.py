"""Labels under a panel reach into an empty place, so that they part no panels that have none."""

from collections.abc import Callable

import pytest
from corpus import grids

from heatfig.build.figure import Figure

Make = Callable[..., Figure]
SCORES = "part,x,y,v\n" + "".join(f"{part},{x},{y},1\n" for part in "abcde" for x in ("p", "q") for y in "mn")
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\nfacet: part\ncolorbar: none\nlayout: {labels: outer}\n"


def _rows_apart(made: Figure) -> float:
    boxes = grids(made)
    return boxes[3][1] - boxes[0][3]


def test_labels_over_an_empty_place_do_not_part_rows(make: Make) -> None:
    without = make(SPEC.replace("x: x,", "x: {column: x, ticks: none, label: ''},"), s=SCORES)
    assert _rows_apart(make(SPEC, s=SCORES)) == pytest.approx(_rows_apart(without), abs=1)
