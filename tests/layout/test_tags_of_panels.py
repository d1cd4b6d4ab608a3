"""Tags of panels stand in line along a row, but that of a grid in the middle of several rows stands at its grid."""

from collections.abc import Callable

import pytest
from corpus import grids

from heatfig.build.figure import Figure

PARTS = "abcde"
SCORES = "part,x,y,v\n" + "".join(f"{part},{x},{y},1\n" for part in PARTS for x in "pq" for y in "mn")
PANELS = ", ".join(f"{{name: {part}, where: {{part: {part}}}}}" for part in PARTS)
SPEC = (
    f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\ncolorbar: none\npanels: [{PANELS}]\n"
    "layout: {grid: [[a, b], [c, e], [d, e]], tags: (a)}\n"
)


def test_a_tag_is_as_near_to_a_grid_in_the_middle_of_two_rows_as_to_one_in_a_row(make: Callable[..., Figure]) -> None:
    figure = make(SPEC, s=SCORES)
    tags = {run.role.panel: run.y for run in figure.scene.text_runs() if run.role.kind == "tag"}
    above = [grids(figure)[panel][1] - tags[panel] for panel in range(len(PARTS))]
    assert above == pytest.approx(above[:1] * len(PARTS), abs=1)
