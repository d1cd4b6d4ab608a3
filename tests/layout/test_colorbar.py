"""A colorbar has as many of its own ticks as it has room for; those that a spec names stay as they are."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import CellGroup, Image, Lines, Rect, Scene, TextRun

Make = Callable[..., Figure]
SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
SCORES = "x,y,v\n" + "".join(f"c{x},r{y},{(x + y) / 8}\n" for x in range(5) for y in range(5))
ROW = "x,y,v\n" + "".join(f"c{x},r,{x / 4}\n" for x in range(5))
LOW = "size: {width: 85mm, height: 30mm}\n"
SIDED = "colorbar: {side: right}\n"
RANGES = ["[-0.45, 1]", "[0, 97.3]", "[0, 1]", "[0.13, 0.97]", "[-9, 9]", "[0, 3]", "[1000000, 1000003]", "[0, 1e-12]"]


def bar(scene: Scene, panel: int | None = 0) -> Image:
    (found,) = [item for item in scene.items if item.role.kind == "colorbar gradient" and item.role.panel == panel]
    assert isinstance(found, Image)
    return found


def labels(scene: Scene, panel: int | None = 0) -> list[TextRun]:
    return [w for w in scene.text_runs() if w.role.kind == "colorbar tick label" and w.role.panel == panel]


def strokes(scene: Scene, kind: str) -> list[float]:
    """How far along the page the strokes of an upright bar stand."""
    found = [item for item in scene.items if item.role.kind == kind]
    return [stroke[0][1] for item in found if isinstance(item, Lines) for stroke in item.strokes]


def turns(scene: Scene) -> set[float]:
    return {words.angle for words in scene.text_runs() if words.role.kind == "tick label" and words.role.axis == "x"}


def along(scene: Scene, side: str) -> tuple[list[float], list[float], float]:
    """The middles of a bar's tick labels, their sizes along it, and its length."""
    words, shown = labels(scene), bar(scene)
    if side in {"left", "right"}:
        return [-w.y for w in words], [w.ascent + w.descent for w in words], shown.height
    return [w.x + w.width / 2 for w in words], [w.width for w in words], shown.width


@pytest.mark.parametrize("side", ["right", "bottom"])
@pytest.mark.parametrize("limits", RANGES)
def test_ticks_stand_with_ease_the_more_of_them_the_longer_the_bar(make: Make, limits: str, side: str) -> None:
    counts = []
    scores = SCORES.replace("c0,r0,0.0", f"c0,r0,{limits[1:].split(',')[0]}")  # one in the range at least
    for cell in (6, 9, 14, 20, 40, 80):
        spec = f"{SPEC}range: {limits}\ncolorbar: {{side: {side}}}\nfont: {{size: 5}}\nsize: {{cell: {cell}pt}}\n"
        middles, sizes, length = along(make(spec, s=scores).scene, side)
        counts.append(len(middles))
        if counts[-1] > counts[0]:
            assert length <= max(5 * cell, 40) + 1e-6
            assert all(
                q - p >= 1.2 * (a + b) / 2 - 1e-6 for (p, a), (q, b) in pairwise(zip(middles, sizes, strict=True))
            )
    assert counts[0] >= 2
    assert counts == sorted(counts)
    assert 4 <= counts[-1] <= 9


def test_a_long_bar_has_many_ticks_and_a_short_one_stays_as_long_as_its_grid(make: Make) -> None:
    long = make(SPEC + "range: [-0.4, 1]\nsize: {cell: 85pt}\n", s=SCORES).scene
    assert [w.content for w in labels(long)] == ["−0.4", "−0.2", "0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    short = make(SPEC + "range: [0, 1]\nsize: {cell: 45pt}\n", s=ROW).scene
    assert [w.content for w in labels(short)] == ["0.0", "0.5", "1.0"]
    assert bar(short).height == pytest.approx(45)


@pytest.mark.parametrize(
    ("more", "side"), [("", "bottom"), ("size: {cell: 42pt}\n", "right"), (SIDED, "right"), (LOW, "right")]
)
def test_a_bar_stands_below_a_single_grid_that_is_lower_than_a_bar_is_long(make: Make, more: str, side: str) -> None:
    scene = make(SPEC + more, s=ROW).scene
    assert bar(scene).role.side == side
    cells = [item for group in scene.items if isinstance(group, CellGroup) for item in group.items]
    lefts, rights = zip(*((item.x, item.x + item.width) for item in cells if isinstance(item, Rect)), strict=True)
    if side == "bottom":
        assert bar(scene).width == pytest.approx((max(rights) - min(lefts)) / 2, abs=1)
        assert bar(scene).x + bar(scene).width / 2 == pytest.approx((max(rights) + min(lefts)) / 2, abs=1)


@pytest.mark.parametrize("size", ["{width: 160mm}", "{width: 160mm, height: 70mm}", "{cell: 15pt}"])
@pytest.mark.parametrize("side", ["right", "bottom"])
def test_bars_of_one_norm_and_length_have_the_same_ticks(make: Make, side: str, size: str) -> None:
    panels = f"colorbar: {{per: panel, side: {side}}}\npanels: [{{title: A}}, {{title: B}}, {{title: C}}]\n"
    scene = make(f"{SPEC}{panels}size: {size}\n", s=SCORES).scene
    shown = [[w.content for w in labels(scene, index)] for index in range(3)]
    assert shown[0] == shown[1] == shown[2]
    assert len(shown[0]) >= 2
    assert {
        words.angle for words in scene.text_runs() if words.role.kind == "tick label" and words.role.axis == "x"
    } == {0}


@pytest.mark.parametrize(
    "norm",
    [
        "norm: two-slope\nrange: {min: 0, center: 0.501, max: 1}",
        "norm: two-slope\nrange: {min: -1, center: 0.999, max: 1}",
        "norm: log\nrange: [1, 1.0000001]",
        "range: [1, 1.0000000000001]",
    ],
)
@pytest.mark.parametrize("side", ["left", "top"])
def test_ticks_of_its_own_never_stand_too_close(make: Make, norm: str, side: str) -> None:
    found = make(f"{SPEC}{norm}\ncolorbar: {{side: {side}}}\n", s=SCORES).scene
    assert len(labels(found)) >= 2


@pytest.mark.parametrize(("cell", "shown"), [(60, 24), (21, 24), (20, 0)])
def test_a_log_bar_has_strokes_between_its_decades_where_they_have_room(make: Make, cell: int, shown: int) -> None:
    scene = make(f"{SPEC}norm: log\nrange: [1, 1000]\nsize: {{cell: {cell}pt}}\n", s=SCORES).scene
    labelled, minor = (strokes(scene, f"colorbar {name}") for name in ("ticks", "minor ticks"))
    assert (len(labelled), len(minor)) == (4, shown)
    spots = sorted([*labelled, *minor])
    assert all(other - one >= 1.5 for one, other in pairwise(spots))


def test_named_ticks_stay_as_they_are(make: Make) -> None:
    scene = make(f"{SPEC}norm: log\nrange: [1, 1000]\ncolorbar: {{ticks: [1, 30, 1000]}}\n", s=SCORES).scene
    assert [w.content for w in labels(scene)] == ["1", "30", "1000"]
    assert strokes(scene, "colorbar minor ticks") == []


def test_named_ticks_make_a_bar_longer_where_they_need_it(make: Make) -> None:
    ticks = [tick / 20 for tick in range(21)]
    scene = make(f"{SPEC}range: [0, 1]\ncolorbar: {{ticks: {ticks}}}\nsize: {{cell: 12pt}}\n", s=SCORES).scene
    middles, sizes, length = along(scene, "right")
    assert len(middles) == 21
    assert length > 60
    assert min(q - p for p, q in pairwise(middles)) == pytest.approx(sizes[0] + 2.2)
