"""More is to the right and up, at whichever side points and lines stand."""

from collections.abc import Callable

import pytest
from corpus import of_kind, spans

from heatfig.build.figure import Figure
from heatfig.layout.page.collisions import overlaps
from heatfig.layout.scene.items import Item, Polygon

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
