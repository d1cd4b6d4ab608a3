"""More is to the right and up, at whichever side points and lines stand."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import Polygon

Make = Callable[..., Figure]
SCORES = "x,y,v\np,a,0\np,b,1\nq,a,2\nq,b,3\n"


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_points_and_their_scale_run_to_the_right_and_up(side: str, make: Make) -> None:
    track = f"beside: {{{side}: {{points: {{field: value, using: mean}}}}}}\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{track}", s=SCORES)
    upright = side in {"left", "right"}
    points = [item for item in made.scene.items if isinstance(item, Polygon) and item.role.kind == "point"]
    at = [sum(place) / len(place) for place in ([p[0 if upright else 1] for p in item.points] for item in points)]
    labels = [run for run in made.scene.words() if run.role.kind == "track tick label"]
    ticks = [run.x if upright else run.y for run in labels]
    assert at == sorted(at, reverse=not upright)
    assert ticks == sorted(ticks, reverse=not upright)


@pytest.mark.parametrize(("side", "outward"), [("left", -1), ("right", 1), ("top", -1), ("bottom", 1)])
def test_bars_grow_away_from_the_grid(side: str, outward: int, make: Make) -> None:
    track = f"beside: {{{side}: {{bars: {{field: value, using: mean}}}}}}\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{track}", s=SCORES)
    labels = [run for run in made.scene.words() if run.role.kind == "track tick label"]
    across = 0 if side in {"left", "right"} else 1
    places = [(run.x, run.y)[across] for run in labels]
    assert places == sorted(places, reverse=outward < 0)
