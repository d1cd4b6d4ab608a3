"""What stands beside a grid lies on its rows and columns; what is drawn on cells keeps to them."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from corpus import even
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from kinds import (
    SCORES,
    SPEC,
    bars,
    boxes,
    line,
    outline,
    row_texts,
    tree,
    violins,
    with_lines,
    with_marks,
    with_tracks,
)
from numpy.typing import NDArray

from heatfig.build.figure import Figure
from heatfig.draw import draw
from heatfig.layout.figure import lay_out
from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.grid.contours import contours
from heatfig.layout.grid.frame import CellFrame
from heatfig.layout.problems import Misfits
from heatfig.layout.scene.dump import scene_data
from heatfig.layout.scene.items import CellGroup, Circle, Item, Lines, Point, Polygon, Rect, Scene, TextRun
from heatfig.plan.figure import FigurePlan
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.tracks import Track
from heatfig.plan.tracks.bars import Bars
from heatfig.scales.sides import Side

SIDES: list[Side] = ["left", "right", "top", "bottom"]


@pytest.fixture
def plan(make: Callable[..., Figure]) -> FigurePlan:
    return make(SPEC, s=SCORES).plan


def found(scene: Scene, kind: str) -> list[Item]:
    inside = (inner for item in scene.items if isinstance(item, CellGroup) for inner in item.items)
    return [item for item in [*scene.items, *inside] if item.role.kind == kind]


def centers(scene: Scene, side: Side) -> list[float]:
    """The middles of rows or columns along that side."""
    cells = [item for item in found(scene, "cell") if isinstance(item, Rect)]
    rows = side in {"left", "right"}
    first = [rect for rect in cells if (rect.role.column if rows else rect.role.row) == 0]
    ends = max(rect.y for rect in first) if rows else max(rect.x for rect in first)
    size = next(rect.height if rows else rect.width for rect in first if (rect.y if rows else rect.x) == ends)
    return sorted((rect.y if rows else rect.x) + size / 2 for rect in first)


def count(side: Side) -> int:
    return 4 if side in {"left", "right"} else 6


@pytest.mark.parametrize("side", SIDES)
def test_each_bar_stands_beside_its_cells_and_is_as_long_as_its_value(plan: FigurePlan, side: Side) -> None:
    values = [4.0, None, -2.0, 1.0, 3.0, 0.5][: count(side)]
    scene = lay_out(with_tracks(plan, side, bars(values, -2, 4, [-2, 0, 2, 4], "gain")))
    shown = {item.role.index: item for item in found(scene, "bar") if isinstance(item, Rect)}
    assert list(shown) == [index for index, value in enumerate(values) if value is not None]
    rows = side in {"left", "right"}
    for index, rect in shown.items():
        assert index is not None
        middle = rect.y + rect.height / 2 if rows else rect.x + rect.width / 2
        assert middle == pytest.approx(centers(scene, side)[index])
    lengths = [rect.width if rows else rect.height for rect in shown.values()]
    sizes = [abs(value) for value in values if value is not None]
    assert [length / lengths[0] for length in lengths] == pytest.approx([size / sizes[0] for size in sizes])


@pytest.mark.parametrize("side", SIDES)
def test_violins_and_boxes_lie_along_their_cells_and_more_is_to_the_right_or_up(plan: FigurePlan, side: Side) -> None:
    scene = lay_out(with_tracks(plan, side, violins(count(side)), boxes(count(side))))
    along, across = (1, 0) if side in {"left", "right"} else (0, 1)
    middles, rises = centers(scene, side), 1 if along else -1
    shapes = [item for item in found(scene, "violin") if isinstance(item, Polygon)]
    assert [item.role.index for item in shapes] == list(range(count(side) - 2))
    for item, middle in zip(shapes, middles, strict=False):
        (_, low), *_ = sorted((point[across] * rises, point[along]) for point in item.points)
        widest = [
            point[across] * rises for point in item.points if abs(point[along] - middle) > 0.9 * _half(item, along)
        ]
        assert np.mean([point[along] for point in item.points]) == pytest.approx(middle)
        assert abs(low - middle) < _half(item, along)
        assert max(widest) < np.mean([point[across] * rises for point in item.points])
    rects = [item for item in found(scene, "box") if isinstance(item, Rect)]
    points = [item for item in found(scene, "beyond") if isinstance(item, Circle)]
    assert len(rects) == len(points) == count(side) - 1
    for rect, point, middle in zip(rects, points, middles, strict=False):
        assert (rect.y + rect.height / 2 if along else rect.x + rect.width / 2) == pytest.approx(middle)
        assert ((point.x - rect.x) if along else (rect.y - point.y)) > 0


def _half(item: Polygon, along: int) -> float:
    return float(np.ptp([point[along] for point in item.points])) / 2


@pytest.mark.parametrize("side", SIDES)
def test_leaves_of_a_tree_and_texts_stand_at_the_middles_of_their_cells(plan: FigurePlan, side: Side) -> None:
    scene = lay_out(with_tracks(plan, side, tree(count(side)), row_texts("abcdef"[: count(side)], "letters")))
    along = 1 if side in {"left", "right"} else 0
    (branches,) = found(scene, "dendrogram")
    assert isinstance(branches, Lines)
    ends = {round(end[along], 6) for stroke in branches.strokes for end in (stroke[0], stroke[-1])}
    middles = centers(scene, side)
    assert {round(middle, 6) for middle in middles} <= ends
    for words in found(scene, "text"):
        assert isinstance(words, TextRun)
        assert words.role.index is not None
        low, high = (pick(corner[along] for corner in words.corners()) for pick in (min, max))
        assert (low + high) / 2 == pytest.approx(middles[words.role.index], abs=1.5)


def all_tracks(size: int) -> list[Track]:
    return [
        bars(range(size), 0, size, [0, size], "a heading"),
        row_texts([f"n = {10**index}" for index in range(size)], "counts"),
        tree(size),
        bars(range(size), 0, size, [0, size / 2, size]),
    ]


@pytest.mark.parametrize(
    "ticks", ["x: {side: top, column: x}, y: {column: y}", "x: {column: x}, y: {side: right, column: y}"]
)
def test_tracks_at_all_sides_meet_nothing(make: Callable[..., Figure], ticks: str) -> None:
    plan = make(f"scores: s.csv\nvalue: v\ntitle: {'a long title ' * 5}\naxes: {{{ticks}}}\n", s=SCORES).plan
    for side in SIDES:
        plan = with_tracks(plan, side, *all_tracks(count(side)))
    scene = lay_out(plan)  # which looks for texts that meet or leave the page
    assert {item.role.side for item in found(scene, "dendrogram")} == set(SIDES)
    assert len({item.role.id for item in scene.items if isinstance(item, Lines)}) == len(
        [item for item in scene.items if isinstance(item, Lines)]
    )


def test_lines_cross_the_grid_at_their_place_with_their_texts_outside(plan: FigurePlan) -> None:
    crossed = with_lines(with_lines(plan, "y", line(1.5, "median")), "x", line(3, "release"), line(5.5, "now"))
    scene = lay_out(crossed)
    strokes = {
        (item.role.side, item.role.index): item.strokes[0] for item in found(scene, "line") if isinstance(item, Lines)
    }
    columns, rows = centers(scene, "top"), centers(scene, "left")
    assert [end[1] for end in strokes["left", 0]] == pytest.approx([rows[1]] * 2)
    assert strokes["top", 0][0][0] == pytest.approx((columns[2] + columns[3]) / 2)
    assert strokes["top", 1][0][0] == pytest.approx(columns[5])
    right, top = max(end[0] for end in strokes["left", 0]), min(end[1] for end in strokes["top", 0])
    texts = {words.content: words for words in found(scene, "line label") if isinstance(words, TextRun)}
    assert texts["median"].x > right
    assert max(y for _, y in texts["release"].corners()) < top
    assert max(y for _, y in texts["now"].corners()) < top
    assert b"stroke-dasharray" in draw(scene, "svg", 72)


def test_each_outline_lies_within_its_cell_and_in_its_group(plan: FigurePlan) -> None:
    scene = lay_out(with_marks(plan, outline(np.eye(4, 6, dtype=np.int64).tolist())))
    groups = {(item.role.row, item.role.column): item for item in scene.items if isinstance(item, CellGroup)}
    for (row, column), group in groups.items():
        lines = [item for item in group.items if isinstance(item, Lines)]
        assert len(lines) == (row == column)
        cell = group.items[0]
        assert isinstance(cell, Rect)
        for item in lines:
            assert min(x for x, _ in item.strokes[0]) == pytest.approx(cell.x + item.width / 2)
            assert min(y for _, y in item.strokes[0]) == pytest.approx(cell.y + item.width / 2)


@given(arrays(np.bool_, st.tuples(st.integers(1, 7), st.integers(1, 7))))
def test_lines_around_neighbours_enclose_their_cells_and_no_others(where: NDArray[np.bool_]) -> None:
    down, across = (even(size, 1.0, 0.0, (), 0.0) for size in where.shape)
    loops = list(contours(frame(across, down), [(row, column) for row, column in np.argwhere(where).tolist()], 0.0))
    assert sum(area(loop) for loop in loops) == pytest.approx(where.sum())
    for loop in loops:
        assert loop[0] == loop[-1]
        assert all((one[0] == other[0]) != (one[1] == other[1]) for one, other in pairwise(loop))


def test_a_line_around_neighbours_crosses_a_gap_between_groups_straight() -> None:
    across, down = even(4, 10.0, 0.0, (2,), 4.0), even(1, 10.0, 0.0, (), 0.0)
    (loop,) = contours(frame(across, down), [(0, 1), (0, 2)], 0.5)
    assert sorted(set(loop)) == [(10.5, 0.5), (10.5, 9.5), (33.5, 0.5), (33.5, 9.5)]


def frame(x: BandScale, y: BandScale) -> CellFrame:
    return CellFrame(0, x, y, 1, (0.0, 0.0), 1.0, 8.0, (0, 0, 0))


def area(loop: tuple[Point, ...]) -> float:
    """Within a closed line that runs clockwise; less than nothing where it runs the other way, around a hole."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(loop)) / 2


def test_a_text_that_cannot_be_drawn_is_named_by_its_path_in_the_plan(plan: FigurePlan) -> None:
    (texts,) = (mark for mark in plan.panels[0].marks if isinstance(mark, CellTexts))
    marked = replace(texts, texts=np.where(texts.texts == "3", "数", texts.texts))
    panel = replace(plan.panels[0], marks=(marked,))
    strange = with_tracks(
        replace(plan, panels=(panel,)), "right", bars([1, 2, 3, 4], 0, 4, [0, 4], "$\\nosuch$"), row_texts("ab你")
    )
    beside = strange.panels[0].beside
    first = beside.right[0]
    assert isinstance(first, Bars)
    heading = replace(first, label=replace(first.label, math=True))
    panel = replace(strange.panels[0], beside=replace(beside, right=(heading, *beside.right[1:])))
    with pytest.raises(Misfits) as caught:
        lay_out(replace(strange, panels=(panel,)))
    assert {misfit.about for misfit in caught.value.misfits} == {
        ("panels", 0, "marks", 0, "texts"),
        ("panels", 0, "beside", "right", 0, "label"),
        ("panels", 0, "beside", "right", 1, "texts", 2),
    }


def test_a_scene_as_data_says_what_each_item_belongs_to(plan: FigurePlan) -> None:
    items = scene_data(lay_out(plan))["items"]
    assert items[7]["role"] == {"kind": "cell", "panel": 0, "row": 1, "column": 1}
    assert items[7]["title"] == "row 1 → first / column 1: 2"
    assert {"kind": "tick label", "panel": 0, "side": "bottom", "track": 0, "index": 2} in [
        item["role"] for item in items
    ]


@pytest.mark.parametrize("side", SIDES)
def test_lines_of_chosen_labels_begin_at_their_cells_and_labels_do_not_meet(
    make: Callable[..., Figure], side: Side
) -> None:
    rows = side in {"left", "right"}
    spec = SPEC.replace("y: {column: y}", "y: {column: y, ticks: none}").replace("group: g}", "ticks: none}")
    names = [f"{'row' if rows else 'column'} {number}" for number in (0, 1, 2)]
    text = f"{spec}size: {{cell: [9pt, 9pt]}}\nannotations: none\nbeside: {{{side}: [{{labels: {names}}}]}}\n"
    scene = make(text.replace("annotations: .0f\n", ""), s=SCORES).scene
    lines = [item for item in found(scene, "leader line") if isinstance(item, Lines)]
    along = 1 if rows else 0
    assert [line.strokes[0][0][along] for line in lines] == pytest.approx(centers(scene, side)[:3])
    labels = [item for item in found(scene, "chosen label") if isinstance(item, TextRun)]
    assert [label.content for label in labels] == names
