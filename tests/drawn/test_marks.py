"""Marks that are lines: outlines of cells, and hatches over them."""

import pytest
from decode import Box, Stroke
from figure_case import Case
from oracle.cells import At
from oracle.colors import named
from oracle.conditions import chosen
from oracle.panel import Wanted
from oracle.spec import Spec, marks_of
from places import cell_boxes

FORMATS = ["svg", "pdf"]
HATCH = (176, 176, 176)
RISING, FALLING, LEVEL, UPRIGHT = "rising", "falling", "level", "upright"
POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
BLEED = 1.0


@pytest.mark.parametrize("form", FORMATS)
def test_outlines_run_around_the_cells_that_are_meant_and_no_others(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        for asked in (asked for kind, asked in marks_of(wanted.settings) if kind == "outline"):
            width, strokes = _width(asked), _strokes_like(case, form, wanted, asked)
            cells = {at[:2] for at in chosen(wanted, asked["where"])}
            boxes = _whole(cell_boxes(case.figure, index), len(wanted.parts))
            shown = {(cell, side) for cell, box in boxes.items() for side in _outlined(strokes, box, width)}
            assert shown == _sides(cells, asked.get("union") == "true")


@pytest.mark.parametrize("form", FORMATS)
def test_hatches_lie_over_the_cells_that_are_meant_and_no_others(case: Case, form: str) -> None:
    strokes = [stroke for stroke in case.file(form).strokes if stroke.color == HATCH]
    for index, wanted in enumerate(case.wanted):
        marks = [asked for kind, asked in marks_of(wanted.settings) if kind == "hatch"]
        over = [(chosen(wanted, asked["where"]), asked.get("lines", RISING)) for asked in marks]
        panel = case.figure.plan.panels[index]
        for at, box in cell_boxes(case.figure, index).items():
            hatches = {lines for cells, lines in over if at in cells}
            kind = int(panel.grid.kinds[at])
            if kind >= 0 and not panel.image:
                hatches.add(panel.missing[kind].hatch)
            expected = hatches - {"none", "crossed"} | ({RISING, FALLING} if "crossed" in hatches else set())
            assert {_direction(stroke) for stroke in strokes if _inside(stroke, box)} == expected, at


def _width(asked: Spec) -> float:
    said = asked.get("stroke", {}).get("width", "1.5pt")
    return float(said[:-2]) * POINTS[said[-2:]]


def _strokes_like(case: Case, form: str, wanted: Wanted, asked: Spec) -> list[Stroke]:
    """The lines of a file that look as an outline is to look."""
    said = asked.get("stroke", {}).get("color")
    color = case.ink if said is None else named(said)
    width = _width(asked)
    assert wanted
    return [each for each in case.file(form).strokes if each.color == color and abs(each.width - width) < 0.01]


def _whole(boxes: dict[At, Box], parts: int) -> dict[tuple[int, int], Box]:
    """The boxes of cells with all of their parts, without what reaches under the next ones."""
    found = {}
    for (row, column, part), (left, top, _, bottom) in boxes.items():
        if part == 0:
            beside, below = boxes.get((row, column + 1, 0)), boxes.get((row + 1, column, 0))
            right = boxes[row, column, parts - 1][2]
            found[row, column] = (
                left,
                top,
                min(right, beside[0]) if beside else right,
                min(bottom, below[1]) if below else bottom,
            )
    return found


def _sides(cells: set[tuple[int, int]], union: bool) -> set[tuple[tuple[int, int], str]]:
    """The sides of cells at which a line runs."""
    beside = {"top": (-1, 0), "right": (0, 1), "bottom": (1, 0), "left": (0, -1)}
    return {
        ((row, column), side)
        for row, column in cells
        for side, (down, across) in beside.items()
        if not union or (row + down, column + across) not in cells
    }


def _outlined(strokes: list[Stroke], box: Box, width: float) -> list[str]:
    """The sides of a cell along which lines run, within it by half their width."""
    left, top, right, bottom = box[0] + width / 2, box[1] + width / 2, box[2] - width / 2, box[3] - width / 2
    middle, center = (left + right) / 2, (top + bottom) / 2
    points = {"top": (middle, top), "right": (right, center), "bottom": (middle, bottom), "left": (left, center)}
    return [side for side, (x, y) in points.items() if any(each.covers(x, y) for each in strokes)]


def _inside(stroke: Stroke, box: Box) -> bool:
    """Whether the middle of a line lies in a cell."""
    x, y = ((one + other) / 2 for one, other in zip(stroke.start, stroke.end, strict=True))
    return bool(box[0] + BLEED < x < box[2] - BLEED and box[1] + BLEED < y < box[3] - BLEED)


def _direction(stroke: Stroke) -> str:
    (a, b), (c, d) = stroke.start, stroke.end
    if abs(d - b) < 1e-3:
        return LEVEL
    if abs(c - a) < 1e-3:
        return UPRIGHT
    return FALLING if (c - a) * (d - b) > 0 else RISING
