"""What a mask hides is not there: the page shows, no frame or line runs around nothing, nothing names it."""

from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from by_matplotlib import opaque
from decode import Box
from figure_case import Case, write_sample
from matplotlib.colors import to_rgb
from oracle.cells import At
from places import cell_boxes

from heatfig.layout.scene.items import Lines

FORMATS = ["png", "svg", "pdf"]
MASKED = ["masked", "masked-image", "masked-by-score"]


@pytest.fixture(params=MASKED)
def masked(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    return Case(write_sample(tmp_path, request.param))


@pytest.mark.parametrize("form", FORMATS)
def test_the_page_shows_where_a_mask_hides_cells(masked: Case, form: str) -> None:
    paper = opaque(to_rgb(masked.wanted[0].settings.get("background", "white")))
    hidden = _hidden(masked)
    assert hidden
    for left, top, right, bottom in hidden.values():
        inside = product(np.linspace(left + 2, right - 2, 5), np.linspace(top + 2, bottom - 2, 5))
        assert {masked.color(form, x, y) for x, y in inside} == {paper}


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_no_text_stands_where_a_mask_hides_cells(masked: Case, form: str) -> None:
    texts = masked.file(form).texts
    for left, top, right, bottom in _hidden(masked).values():
        assert not [text for text in texts if left < text.x < right and top < text.y < bottom]


def test_the_frame_runs_between_what_is_shown_and_what_is_not(masked: Case) -> None:
    boxes, hidden = cell_boxes(masked.figure, 0), _hidden(masked)
    lines = [item for item in masked.figure.scene.items if isinstance(item, Lines) and item.role.kind == "frame"]
    if masked.wanted[0].settings.get("frame") == "none":
        assert lines == []
        return
    (frame,) = lines
    for row, column, _ in boxes:
        left, top, right, bottom = _box(boxes, hidden, (row, column, 0))
        sides = {(0, -1): (left, (top + bottom) / 2), (0, 1): (right, (top + bottom) / 2)}
        sides |= {(-1, 0): ((left + right) / 2, top), (1, 0): ((left + right) / 2, bottom)}
        for (down, across), point in sides.items():
            shown = (row + down, column + across, 0) in boxes
            assert _on(frame, point) != shown


def _box(boxes: dict[At, Box], hidden: dict[At, Box], at: At) -> Box:
    """Where a cell stands, without what reaches under its neighbours."""
    rows, columns = ({**boxes, **hidden} for _ in range(2))
    left, top, right, bottom = boxes[at]
    after, below = columns.get((at[0], at[1] + 1, 0)), rows.get((at[0] + 1, at[1], 0))
    return left, top, right if after is None else after[0], bottom if below is None else below[1]


def _on(lines: Lines, point: tuple[float, float]) -> bool:
    """Whether a level or upright stroke runs through a point."""
    for stroke in lines.strokes:
        for (x0, y0), (x1, y1) in pairwise(stroke):
            near = min(x0, x1) - 0.1 <= point[0] <= max(x0, x1) + 0.1
            if near and min(y0, y1) - 0.1 <= point[1] <= max(y0, y1) + 0.1:
                return True
    return False


def _hidden(case: Case) -> dict[At, Box]:
    """Where the cells would stand that are hidden, by the others of their row and column."""
    boxes, wanted = cell_boxes(case.figure, 0), case.wanted[0]
    found: dict[At, Box] = {}
    for row, column, part in np.ndindex(len(wanted.y), len(wanted.x), 1):
        if (row, column, part) in wanted.hidden:
            beside = [box for (r, _, _), box in boxes.items() if r == row]
            above = [box for (_, c, _), box in boxes.items() if c == column]
            left, right = min(box[0] for box in above), min(box[2] for box in above)
            top, bottom = min(box[1] for box in beside), min(box[3] for box in beside)
            found[row, column, part] = (left, top, right, bottom)
    return found
