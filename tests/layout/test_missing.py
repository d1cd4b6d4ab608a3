"""Missing cells: told apart from each other and from all colours, hatched across their neighbours, explained once."""

from collections.abc import Callable
from itertools import combinations

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import CellGroup, Lines, Point
from heatfig.plan.guides.legend import Legend

Make = Callable[..., Figure]
TOP = "scores: s.csv\nvalue: v\naxes: {y: y, x: x}\n"
MAPS = [
    "viridis",
    "Greys",
    "RdBu_r",
    "vlag",
    "[white, black]",
    "[red, grey, blue]",
    "twilight",
    "hsv",
    "[grey, silver]",
]
KINDS = {"OOM": "out of memory", "NR": "not run", "X": "crashed", "NC": "not converged"}


@pytest.mark.parametrize("colormap", MAPS)
def test_kinds_of_missing_differ_from_each_other_and_from_all_colours(make: Make, colormap: str) -> None:
    tokens = ", ".join(f"{token}: {told}" for token, told in KINDS.items())
    scores = "x,y,v\np,a,0\nq,a,1\nr,a,\n" + "".join(f"{token},a,{token}\n" for token in KINDS)
    found = make(f"{TOP}colormap: {colormap}\nmissing: {{tokens: {{{tokens}}}}}\n", s=scores).plan
    styles = [(style.color, style.hatch) for style in found.panels[0].missing]
    assert len(styles) == len(KINDS) + 1
    assert all(one != other for one, other in combinations(styles, 2))
    colors = {tuple(color) for color in found.scales[0].colormap.all_colors.tolist()}
    assert all(hatch != "none" or color not in colors for color, hatch in styles)


def test_a_kind_that_two_panels_have_is_explained_once(make: Make) -> None:
    panels = "panels: [{where: {k: one}}, {where: {k: two}}]\n"
    found = make(TOP + panels, s="x,y,k,v\np,a,one,1\nq,a,one,\np,a,two,2\nq,a,two,\n").plan
    (legend,) = (guide for guide in found.guides if isinstance(guide, Legend))
    assert [entry.text.content for entry in legend.entries] == ["no score"]


@pytest.mark.parametrize("lines", ["rising", "falling", "crossed", "level"])
def test_a_hatch_goes_on_across_neighbours(make: Make, lines: str) -> None:
    spec = f"{TOP}missing: {{hatch: {lines}}}\nsize: {{cell: 20pt}}\n"
    scene = make(spec, s="x,y,v\np,a,\nq,a,\nr,a,1\n").scene
    groups = [item for item in scene.items if isinstance(item, CellGroup)]
    one, other = ([s for i in group.items if isinstance(i, Lines) for s in i.strokes] for group in groups[:2])
    edge = max(x for stroke in one for x, _ in stroke)
    ending = [stroke for stroke in one if max(x for x, _ in stroke) == pytest.approx(edge)]
    assert len(ending) > 1
    for stroke in ending:
        assert any(_goes_on(stroke, after, edge) for after in other), stroke


def _goes_on(stroke: tuple[Point, ...], after: tuple[Point, ...], edge: float) -> bool:
    """Whether two lines are parts of one, the second of which begins before the edge, so that no break shows."""
    (a, b), (c, d) = stroke[0], stroke[-1]
    turns = [(c - a) * (y - b) - (d - b) * (x - a) for x, y in (after[0], after[-1])]
    return max(map(abs, turns)) < 1e-6 and min(x for x, _ in after) < edge - 0.1
