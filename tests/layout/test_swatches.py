"""Samples in legends look like what they stand for, as small as they are."""

import math
from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import Lines

Make = Callable[..., Figure]


@pytest.mark.parametrize(("dash", "least"), [("dashed", 2), ("dotted", 3)])
@pytest.mark.parametrize("width", [0.5, 1, 2.5])
def test_broken_outlines_have_whole_dashes_on_each_side_of_a_swatch(
    dash: str, least: int, width: float, make: Make
) -> None:
    mark = f"marks: [{{outline: {{where: diagonal, label: Own, stroke: {{width: {width}pt, dash: {dash}}}}}}}]\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{mark}", s="x,y,v\na,a,1\na,b,2\nb,a,3\nb,b,4\n")
    (swatch,) = (
        item for item in made.scene.items if isinstance(item, Lines) and item.role.kind == "legend swatch outline"
    )
    on, off = swatch.dashes
    assert len(swatch.strokes) == 4
    for stroke in swatch.strokes:
        dashes = (math.dist(*stroke) + off) / (on + off)
        assert round(dashes) >= least
        assert dashes == pytest.approx(round(dashes))
