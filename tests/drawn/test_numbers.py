"""The numbers of what was drawn, against matplotlib and the spec's own text."""

from itertools import pairwise

import numpy as np
import pytest
from decode import Box, Shown
from figure_case import Case
from oracle.cells import At
from oracle.colors import named
from oracle.conditions import chosen
from oracle.numerals import instant, letters
from oracle.panel import Wanted
from oracle.spec import axis_of, of_outer_panels, tracks_of
from places import cell_boxes, clear_points, shown_boxes

from heatfig.layout.scene.items import TextRun
from heatfig.layout.scene.role import Role

FORMATS = ["png", "svg", "pdf"]
WITH_TEXT = ["svg", "pdf"]
HALF_CAPITAL = 0.33  # of an em, Source Sans Pro
BLEED = 1.0


@pytest.mark.parametrize("form", FORMATS)
def test_every_cell_has_the_colour_of_its_score_or_of_missing(case: Case, form: str) -> None:
    assert len(case.wanted) == len(case.figure.plan.panels)
    for index, wanted in enumerate(case.wanted):
        if wanted.layers or wanted.lined:  # of which `test_layers` looks at each, and `test_hollow`
            continue
        points = clear_points(case.figure, index)
        if form == "svg":  # whose fills are seen under texts and lines
            boxes = shown_boxes(case.figure, index)
            points = {at: ((left + right) / 2, (top + bottom) / 2) for at, (left, top, right, bottom) in boxes.items()}
            assert list(points) == list(wanted)
        assert wanted.sized or 3 * len(points) >= len(list(wanted))
        shown = {at: case.color(form, *point) for at, point in points.items()}
        told = {at: (wanted.score(at), color, wanted.color(at)) for at, color in shown.items()}
        blended = 40 if wanted.sized and form != "svg" else 0  # at the edges of small shapes
        assert not {at: found for at, found in told.items() if not wanted.colors.like(*found[1:], blended)}


def test_cells_stand_in_order_and_side_by_side(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        assert list(boxes) == list(wanted)
        for (row, column, part), (left, top, right, bottom) in boxes.items():
            beside = (row, column, part + 1) if part + 1 < len(wanted.parts) else (row, column + 1, 0)
            below = (row + 1, column, part)
            assert left + 2 < right <= boxes.get(beside, (right,))[0] + BLEED + 1e-9
            assert top + 2 < bottom <= boxes.get(below, (0, bottom))[1] + BLEED + 1e-9


@pytest.mark.parametrize("axis", ["x", "y"])
@pytest.mark.parametrize("form", WITH_TEXT)
def test_tick_labels_stand_in_order_each_at_its_cells(case: Case, form: str, axis: str) -> None:
    for index, wanted in enumerate(case.wanted):
        found = case.texts(form, "tick label", panel=index, axis=axis)
        on_other_side = any(kind == "labels" for *_, kind, _ in tracks_of(wanted.settings))
        if not found and (of_outer_panels(wanted.settings) or on_other_side):
            continue
        labels: dict[Role, str] = {}
        for words, text in found:  # a wrapped label is several texts
            labels[words.role] = labels.get(words.role, "") + text.letters
        boxes = cell_boxes(case.figure, index)
        if "scale" in axis_of(wanted.settings, axis):
            if "labels" in axis_of(wanted.settings, axis):
                continue  # what is written there is no number
            _stand_on_scale(found, wanted, axis, boxes, case.figure.plan.panels[index].gap)
            continue
        expected = [letters(tick) for tick in wanted.ticks(axis)]
        if axis_of(wanted.settings, axis).get("ticks") == "auto":
            expected = [label for label in expected if label in labels.values()]
        assert ["".join(sorted(label)) for label in labels.values()] == ["".join(sorted(each)) for each in expected]
        for words, _ in found:
            assert words.role.index is not None
            if not any(at[axis == "x"] == words.role.index for at in boxes):
                continue  # hidden by a mask
            low, high = band_of(boxes, axis, words.role.index)
            assert low <= _pin(words, axis, boxes) <= high, words


def _shifts(bands: list[tuple[float, float]], gap: float) -> list[float]:
    """How much further on each label stands than if blocks were no further apart than cells are."""
    apart = [other[0] - one[1] - gap for one, other in pairwise(bands)]
    return list(np.cumsum([0.0, *(each if each > BLEED else 0.0 for each in apart)]))


def _stand_on_scale(
    found: list[tuple[TextRun, Shown]], wanted: Wanted, axis: str, boxes: dict[At, Box], gap: float
) -> None:
    """That ticks stand where their numbers or dates do: cells meet in the middle between theirs."""
    labels, form = (wanted.x if axis == "x" else wanted.y), axis_of(wanted.settings, axis).get("format")
    if any("–" in label for _, label in labels) or ("%" in str(form) and "Y" not in str(form)):
        return  # stretches, and dates that do not say all
    if {at[axis == "x"] for at in boxes} != set(range(len(labels))) or (wanted.hidden and wanted.parts[1:]):
        return  # some are hidden by a mask, or parts of them
    bands = [band_of(boxes, axis, spot) for spot in range(len(labels))]
    shifts = _shifts(bands, gap)
    starts = [low - shift for (low, _), shift in zip(bands[1:], shifts[1:], strict=True)]
    between = [(one + other) / 2 for one, other in pairwise(instant(label, None) for _, label in labels)]
    if len(between) < 2:
        return
    slope, start = np.polyfit(between, starts, 1)
    assert np.allclose(start + slope * np.array(between), starts, atol=0.1 + gap)
    lines: dict[Role, list[str]] = {}
    for words, text in found:
        lines.setdefault(words.role, []).append(text.content)
    for words, text in found:
        at = instant(" ".join(lines[words.role]), form)
        shift = shifts[sum(slope * (at - edge) > 0 for edge in between)]
        assert _pin(words, axis, boxes) == pytest.approx(start + slope * at + shift, abs=0.6 + gap), text


@pytest.mark.parametrize("axis", ["x", "y"])
@pytest.mark.parametrize("form", WITH_TEXT)
def test_groups_are_named_once_a_run(case: Case, form: str, axis: str) -> None:
    for index, wanted in enumerate(case.wanted):
        groups: dict[str | None, dict[Role, str]] = {}
        for words, text in case.texts(form, "group label", panel=index, axis=axis):
            of_side = groups.setdefault(words.role.side, {})
            of_side[words.role] = of_side.get(words.role, "") + text.letters
        expected = [letters(group) for group in wanted.groups(axis)]
        assert groups or not expected or of_outer_panels(wanted.settings)
        assert all(list(of_side.values()) == expected for of_side in groups.values())


@pytest.mark.parametrize("form", WITH_TEXT)
def test_labels_along_a_diagonal_stand_beside_the_nearest_cell_of_their_row(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        shown = {at: box for at, box in boxes.items() if at in wanted}
        left, right = min(box[0] for box in boxes.values()), max(box[2] for box in boxes.values())
        diagonal = axis_of(wanted.settings, "y").get("side") == "diagonal"
        for words, _ in case.texts(form, "tick label", panel=index, axis="y"):
            row = [box for at, box in shown.items() if at[0] == words.role.index]
            if not row or not words.role.side:
                continue
            xs = [x for x, _ in words.corners()]
            near, far = min(box[0] for box in row), max(box[2] for box in row)
            edge = (near if diagonal else left) if words.role.side == "left" else (far if diagonal else right)
            assert 0 < (edge - max(xs) if words.role.side == "left" else min(xs) - edge) < 12 + 100 * (not diagonal)


@pytest.mark.parametrize("axis", ["x", "y"])
@pytest.mark.parametrize("form", WITH_TEXT)
def test_tick_labels_are_set_as_asked(case: Case, form: str, axis: str) -> None:
    for index, wanted in enumerate(case.wanted):
        style = axis_of(wanted.settings, axis).get("style", {})
        sets = {key: _lines(wanted, axis, style.get(key, "false")) for key in ("bold", "italic", "underline")}
        said = style.get("color", {})
        colors = {said: "true"} if isinstance(said, str) else said
        lines = {color: _lines(wanted, axis, where) for color, where in colors.items()}
        for words, text in case.texts(form, "tick label", panel=index, axis=axis):
            at = words.role.index
            color = next((named(color) for color, held in lines.items() if at in held), case.ink)
            looks = text.bold, text.italic, case.underlined(form, words, text), text.color
            assert looks == (*(at in held for held in sets.values()), color), text


def _lines(wanted: Wanted, axis: str, condition: object) -> set[int]:
    """The rows, or columns, in which a condition holds of a cell."""
    return {at[axis == "x"] for at in chosen(wanted, condition)}


def test_groups_of_labels_span_their_cells(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        for axis, labels in (("x", wanted.x), ("y", wanted.y)):
            names = list(dict.fromkeys(group for group, _ in labels if group))
            corners: dict[Role, list[float]] = {}
            for words, _ in case.texts("svg", "group label", panel=index, axis=axis):
                corners.setdefault(words.role, []).extend(corner[axis == "y"] for corner in words.corners())
            for name, ends in zip(names, corners.values(), strict=False):
                bands = [band_of(boxes, axis, spot) for spot, (group, _) in enumerate(labels) if group == name]
                assert (min(ends) + max(ends)) / 2 == pytest.approx((bands[0][0] + bands[-1][1]) / 2, abs=1.5)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_a_file_shows_the_texts_of_the_scene_and_no_others(case: Case, form: str) -> None:
    for words, text in case.matched(form):
        if not words.math:
            assert text.letters == "".join(words.content.split())
            assert text.size == pytest.approx(words.size, abs=1e-3)
            assert text.bold == words.bold


def band_of(boxes: dict[At, Box], axis: str, spot: int) -> tuple[float, float]:
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
