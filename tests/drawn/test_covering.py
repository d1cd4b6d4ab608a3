"""All specs of `tests/good`, drawn and read back: whatever meets, all that is seen is what the spec asks for."""

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
import test_across
import test_beside
import test_colorbars
import test_hollow
import test_layers
import test_legends
import test_marks
import test_numbers
import test_shapes
import test_texts
import test_turned
from figure_case import Case

GOOD = Path(__file__).parents[1] / "good"
SPECS = sorted(GOOD.glob("**/*.yaml"))
IN_ALL_FORMATS = 5
DRAWN = [(spec, "svg") for spec in SPECS]
DRAWN += [
    (spec, form)
    for number, spec in enumerate(SPECS)
    if spec.parent.name != "pairs" or number % IN_ALL_FORMATS == 0
    for form in ("png", "pdf")
]
NAMES = {spec: str(spec.relative_to(GOOD).with_suffix("")) for spec in SPECS}

# What is seen in all formats, and what only files that hold texts and lines as such tell.
SEEN: tuple[Callable[[Case, str], None], ...] = (
    test_numbers.test_every_cell_has_the_colour_of_its_score_or_of_missing,
    test_beside.test_strips_have_the_colours_of_their_categories_and_numbers,
    test_beside.test_margins_show_their_numbers_in_colours_and_texts,
    test_legends.test_the_legend_names_every_category_kind_of_missing_and_mark,
    test_colorbars.test_bars_run_from_limit_to_limit_in_the_colours_of_the_cells,
    test_hollow.check_lines,
    test_layers.check_fills,
    test_colorbars.test_ends_are_pointed_in_the_colour_of_scores_outside,
)
TOLD: tuple[Callable[[Case, str], None], ...] = (
    test_texts.test_texts_in_cells_say_what_is_asked_set_as_asked,
    test_texts.test_texts_in_cells_stand_where_they_are_asked_to,
    test_texts.test_texts_at_an_edge_of_cells_stand_in_line_and_all_of_each_is_clear_of_it,
    test_numbers.test_labels_along_a_diagonal_stand_beside_the_nearest_cell_of_their_row,
    test_marks.test_outlines_run_around_the_cells_that_are_meant_and_no_others,
    test_marks.test_hatches_lie_over_the_cells_that_are_meant_and_no_others,
    test_across.test_lines_run_from_edge_to_edge_at_their_labels,
    test_across.test_texts_of_lines_stand_at_their_ends,
    test_beside.test_bars_points_and_lines_are_as_far_out_as_their_numbers_on_their_scale,
    test_beside.test_strokes_over_numbers_reach_as_far_as_these_lie_apart,
    test_beside.test_violins_are_as_wide_as_numbers_lie_densely,
    test_beside.test_boxes_reach_from_quartile_to_quartile_and_whiskers_beyond,
    test_beside.test_tracks_reach_as_far_out_as_they_are_said_to,
    test_beside.test_numbers_stand_at_the_ends_of_bars_where_they_are_asked_for,
    test_beside.test_texts_beside_a_grid_say_what_is_asked_at_their_cells,
    test_beside.test_numbers_of_margins_are_set_as_their_conditions_say,
    test_beside.test_tracks_are_headed_by_what_they_show,
    test_beside.test_trees_join_what_is_alike_as_high_as_it_differs,
    test_beside.test_branches_have_the_colour_that_all_their_leaves_have,
    test_shapes.check_extents,
    test_legends.test_several_things_that_a_legend_explains_have_headings,
    test_legends.test_samples_of_the_legend_look_as_they_say,
    test_colorbars.test_ticks_stand_at_their_scores,
    test_colorbars.test_ticks_are_those_asked_for_in_the_format_asked_for,
    test_colorbars.check_chosen,
    test_colorbars.check_ends,
    test_turned.test_texts_are_turned_as_they_are_asked_to_be,
    test_legends.test_a_legend_stands_at_the_side_that_is_asked_for,
)
TOLD_OF_AXES: tuple[Callable[[Case, str, str], None], ...] = (
    test_numbers.test_tick_labels_stand_in_order_each_at_its_cells,
    test_numbers.test_groups_are_named_once_a_run,
    test_numbers.test_tick_labels_are_set_as_asked,
)


@pytest.mark.parametrize(("spec", "form"), DRAWN, ids=lambda value: NAMES.get(value, value))
def test_a_good_spec_shows_what_it_asks_for(spec: Path, form: str) -> None:
    check_all(Case(spec), form)


@pytest.mark.parametrize("spec", SPECS, ids=NAMES.get)
def test_a_cell_of_a_good_spec_is_named_by_its_full_keys(spec: Path) -> None:
    case = Case(spec)
    panels = zip(case.wanted, case.figure.plan.panels, strict=True)
    expected = [wanted.title(at) for wanted, panel in panels if not panel.image for at in wanted]
    assert [_rounded(title.text or "") for title, *_ in case.svg.cells()] == list(map(_rounded, expected))


def _rounded(text: str) -> str:
    """A text with its numbers to 13 digits: of the last ones the order decides in which sums are taken."""
    return re.sub(r"\d+\.\d{9,}", lambda found: f"{float(found[0]):.13g}", text)


def check_all(case: Case, form: str) -> None:
    """Hold all that a file shows against what the spec asks for."""
    test_numbers.test_cells_stand_in_order_and_side_by_side(case)
    test_across.test_gaps_stand_between_the_blocks_that_are_asked_for_and_nowhere_else(case)
    for check in SEEN:
        check(case, form)
    for told in TOLD if form != "png" else ():
        told(case, case.written(form))
    for of_axis, axis in product(TOLD_OF_AXES if form != "png" else (), "xy"):
        of_axis(case, case.written(form), axis)
