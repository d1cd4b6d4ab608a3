"""More is to the right and up, at whichever side points and lines stand."""

from collections.abc import Callable

import numpy as np
import pytest
from corpus import items, of_kind, spans

from heatfig.build.figure import Figure
from heatfig.layout.page.collisions import overlaps
from heatfig.layout.scene.items import Circle, Item, Polygon
from heatfig.layout.style import HAIRLINE

Make = Callable[..., Figure]
TICK_PAD = 2.0
SCORES = "x,y,v\np,a,0\np,b,1\nq,a,2\nq,b,3\n"


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_points_and_their_scale_run_to_the_right_and_up(side: str, make: Make) -> None:
    track = f"beside: {{{side}: {{points: {{field: value, using: mean}}}}}}\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{track}", s=SCORES)
    upright = side in {"left", "right"}
    points = [item for item in made.scene.items if isinstance(item, Polygon) and item.role.kind == "point"]
    at = [sum(place) / len(place) for place in ([p[0 if upright else 1] for p in item.points] for item in points)]
    labels = [run for run in made.scene.text_runs() if run.role.kind == "track tick label"]
    ticks = [run.x if upright else run.y for run in labels]
    assert at == sorted(at, reverse=not upright)
    assert ticks == sorted(ticks, reverse=not upright)


@pytest.mark.parametrize(("side", "outward"), [("left", -1), ("right", 1), ("top", -1), ("bottom", 1)])
def test_bars_grow_away_from_the_grid(side: str, outward: int, make: Make) -> None:
    track = f"beside: {{{side}: {{bars: {{field: value, using: mean}}}}}}\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{track}", s=SCORES)
    labels = [run for run in made.scene.text_runs() if run.role.kind == "track tick label"]
    across = 0 if side in {"left", "right"} else 1
    places = [(run.x, run.y)[across] for run in labels]
    assert places == sorted(places, reverse=outward < 0)


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_numbers_stand_past_the_ends_of_their_bars_in_place_of_a_scale(side: str, make: Make) -> None:
    track = f"beside: {{{side}: {{bars: {{field: value, using: mean, numbers: true, spread: std}}}}}}\n"
    scores = "x,y,v\np,a,-40\np,b,10\nq,a,-20\nq,b,30\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{track}", s=scores)
    across = 0 if side in {"left", "right"} else 1
    outward = 1 if side in {"right", "bottom"} else -1
    of = {item.role.index: spans(item)[across] for item in of_kind(made, "bar")}
    whiskers = {item.role.index: spans(item)[across] for item in of_kind(made, "spread")}
    numbers = {run.role.index: run for run in made.scene.text_runs() if run.role.kind == "bar number"}
    means = (-30, 20) if across == 0 else (-15, 5)
    assert [float(numbers[index].content.replace("−", "-")) for index in (0, 1)] == list(means)
    for index, mean in enumerate(means):
        (low, high), (start, end) = spans(numbers[index])[across], of[index]
        past = outward * (1 if mean > 0 else -1)
        reach = [start, end, *whiskers[index]]
        gap = low - max(reach) if past > 0 else min(reach) - high
        assert 0.5 * TICK_PAD < gap < 2.5 * TICK_PAD  # letters seldom fill their line
        along = 1 - across
        assert sum(spans(numbers[index])[along]) == pytest.approx(sum(spans(bars(made)[index])[along]), abs=2)
    assert not of_kind(made, "track scale", "track tick label")
    assert not list(overlaps(made.scene))


def bars(made: Figure) -> dict[int | None, Item]:
    return {item.role.index: item for item in of_kind(made, "bar")}


def test_numbers_have_as_many_decimals_as_show_three_digits_of_the_largest(make: Make) -> None:
    track = "beside: {right: {bars: {field: value, using: mean, numbers: true}}}\n"
    scores = "x,y,v\np,a,0.5\np,b,10\nq,a,0.123456\nq,b,10\n"
    made = make(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{track}", s=scores)
    assert [run.content for run in made.scene.text_runs() if run.role.kind == "bar number"] == ["0.3", "10.0"]


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
def test_violins_and_boxes_take_their_share_of_a_cell_around_its_middle(side: str, make: Make) -> None:
    tracks = f"beside: {{{side}: [{{violin: v}}, {{box: v}}]}}\n"
    rows = "".join(f"{x},{y},{(0, 1, 2, 3, 20)[(x + y) % 5]}\n" for x in range(5) for y in range(5))
    axes = "axes: {x: x, y: y}\nsize: {cell: 30pt}\n"
    made = make(f"scores: s.csv\nvalue: v\n{axes}{tracks}", s=f"x,y,v\n{rows}")
    along = 1 if side in {"left", "right"} else 0
    for kind, share in (("violin", 0.8), ("box", 0.7), ("whiskers", 0.35), ("median", 0.7)):
        found = sorted(spans(item)[along] for item in of_kind(made, kind))
        assert [high - low for low, high in found] == pytest.approx([30 * share] * 5, abs=0.01)
        middles = [(low + high) / 2 for low, high in found]
        assert np.diff(middles) == pytest.approx(30)
    beyond = [item for item in items(made) if isinstance(item, Circle) and item.role.kind == "beyond"]
    assert [circle.edge and circle.edge.width for circle in beyond] == [HAIRLINE] * 5
