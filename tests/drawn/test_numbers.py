"""The numbers of what was drawn, against matplotlib and the spec's own text."""

import pytest
from decode import RGB, Box, Shown
from expected import At, Wanted
from figure_case import Case
from places import cell_boxes, clear_points

from heatfig.layout.role import Role
from heatfig.layout.scene import TextRun

FORMATS = ["png", "svg", "pdf"]
WITH_TEXT = ["svg", "pdf"]
HALF_CAPITAL = 0.33  # of an em, Source Sans Pro
BLEED = 1.0


@pytest.mark.parametrize("form", FORMATS)
def test_every_cell_has_the_colour_of_its_score_or_of_missing(case: Case, form: str) -> None:
    assert len(case.wanted) == len(case.figure.plan.panels)
    for index, wanted in enumerate(case.wanted):
        points = clear_points(case.figure, index)
        assert list(points) == list(wanted)
        shown = {at: case.color(form, *point) for at, point in points.items()}
        wrong = {at: (wanted.score(at), color, wanted.color(at)) for at, color in shown.items()}
        assert not {at: found for at, found in wrong.items() if not _close(found[1], found[2], _tolerance(wanted))}


def test_cells_stand_in_order_and_side_by_side(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        assert list(boxes) == list(wanted)
        for (row, column, part), (left, top, right, bottom) in boxes.items():
            beside = (row, column, part + 1) if part + 1 < len(wanted.parts) else (row, column + 1, 0)
            below = (row + 1, column, part)
            assert left + 2 < right <= boxes.get(beside, (right,))[0] + BLEED + 1e-9
            assert top + 2 < bottom <= boxes.get(below, (0, bottom))[1] + BLEED + 1e-9


@pytest.mark.parametrize("form", WITH_TEXT)
def test_annotations_are_the_formatted_scores_and_bold_where_asked(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        texts = case.file(form).texts
        for at in wanted:
            found = [(text.content, text.bold) for text in texts if _within(text, boxes[at])]
            expected = wanted.annotation(at)
            assert found == ([] if expected is None else [(expected, wanted.bold(at))]), at


@pytest.mark.parametrize("axis", ["x", "y"])
@pytest.mark.parametrize("form", WITH_TEXT)
def test_tick_labels_stand_in_order_each_at_its_cells(case: Case, form: str, axis: str) -> None:
    for index, wanted in enumerate(case.wanted):
        found = case.texts(form, "tick label", panel=index, axis=axis)
        if not found and wanted.settings.get("layout", {}).get("labels") == "outer":
            continue
        labels: dict[Role, str] = {}
        for words, text in found:  # a wrapped label is several texts
            labels[words.role] = labels.get(words.role, "") + text.letters
        assert list(labels.values()) == [_letters(tick) for tick in wanted.ticks(axis)]
        groups = case.texts(form, "group label", panel=index, axis=axis)
        assert [text.letters for _, text in groups] == [_letters(group) for group in wanted.groups(axis)]
        boxes = cell_boxes(case.figure, index)
        for words, _ in found:
            assert words.role.index is not None
            low, high = _band(boxes, axis, words.role.index)
            assert low <= _pin(words, axis, boxes) <= high, words


def test_groups_of_labels_span_their_cells(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        for axis, labels in (("x", wanted.x), ("y", wanted.y)):
            names = list(dict.fromkeys(group for group, _ in labels if group))
            found = case.texts("svg", "group label", panel=index, axis=axis)
            for name, (words, _) in zip(names, found, strict=True):
                bands = [_band(boxes, axis, spot) for spot, (group, _) in enumerate(labels) if group == name]
                corners = [corner[axis == "y"] for corner in words.corners()]
                middle = (min(corners) + max(corners)) / 2
                assert middle == pytest.approx((bands[0][0] + bands[-1][1]) / 2, abs=1.5)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_a_file_shows_the_texts_of_the_scene_and_no_others(case: Case, form: str) -> None:
    for words, text in case.matched(form):
        if not words.math:
            assert text.letters == _letters(words.content)
            assert text.size == pytest.approx(words.size, abs=1e-3)
            assert text.bold == words.bold


def _tolerance(wanted: Wanted) -> int:
    """Exact, but for a part of a colormap, which matplotlib takes without blending between entries."""
    asked = wanted.settings.get("colormap")
    return 3 if isinstance(asked, dict) and asked.keys() & {"from", "to"} else 0


def _close(one: RGB, other: RGB, most: int) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= most


def _letters(text: str) -> str:
    return "".join(text.split())


def _within(text: Shown, box: Box) -> bool:
    return box[0] <= text.x < box[2] and box[1] <= text.y < box[3]


def _band(boxes: dict[At, Box], axis: str, spot: int) -> tuple[float, float]:
    """Where the cells of a row or column begin and end."""
    inside = [box for (row, column, _), box in boxes.items() if (column if axis == "x" else row) == spot]
    low, high = (0, 2) if axis == "x" else (1, 3)
    return min(box[low] for box in inside), max(box[high] for box in inside)


def _pin(words: TextRun, axis: str, boxes: dict[At, Box]) -> float:
    """Where along its axis a tick label points: its middle where it runs along, else its end at the grid."""
    along, across = (0, 1) if axis == "x" else (1, 0)
    (left, lower), (right, end_lower), (far, end_upper), (near, upper) = words.corners()
    ends = [((left + near) / 2, (lower + upper) / 2), ((right + far) / 2, (end_lower + end_upper) / 2)]
    if abs(ends[0][across] - ends[1][across]) < 1e-6:
        return (ends[0][along] + ends[1][along]) / 2
    middle = [sum(box[across] + box[across + 2] for box in boxes.values()) / 2 / len(boxes)]
    return min(ends, key=lambda end: abs(end[across] - middle[0]))[along]
