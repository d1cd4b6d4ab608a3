"""The covering specs of `tests/good`, drawn and read back: whatever meets, a cell keeps its colour and words."""

from pathlib import Path

import pytest
from figure_case import Case
from test_numbers import test_annotations_are_the_formatted_scores_and_bold_where_asked as annotations
from test_numbers import test_cells_stand_in_order_and_side_by_side as places
from test_numbers import test_every_cell_has_the_colour_of_its_score_or_of_missing as colours
from test_numbers import test_tick_labels_stand_in_order_each_at_its_cells as ticks

PAIRS = sorted((Path(__file__).parents[1] / "good" / "pairs").glob("*.yaml"))
IN_ALL_FORMATS = 5
DRAWN = [(spec, "svg") for spec in PAIRS]
DRAWN += [(spec, form) for spec in PAIRS[::IN_ALL_FORMATS] for form in ("png", "pdf")]


@pytest.mark.parametrize(("spec", "form"), DRAWN, ids=lambda value: getattr(value, "stem", value))
def test_a_covering_spec_shows_its_scores(spec: Path, form: str) -> None:
    case = Case(spec)
    places(case)
    colours(case, form)
    if form != "png":
        annotations(case, form)
        for axis in "xy":
            ticks(case, form, axis)


@pytest.mark.parametrize("spec", PAIRS, ids=lambda spec: spec.stem)
def test_a_cell_of_a_covering_spec_is_named_by_its_full_keys(spec: Path) -> None:
    case = Case(spec)
    expected = [wanted.title(at) for wanted in case.wanted for at in wanted]
    drawn_as_shapes = not any(panel.image for panel in case.figure.plan.panels)
    assert [title.text for title, *_ in case.svg.cells()] == (expected if drawn_as_shapes else [])
