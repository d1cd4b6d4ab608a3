"""Where lines across a grid stand."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.plan.axis import ReferenceLine
from heatfig.plan.text import Stroke, Text

Make = Callable[..., Figure]
YEARS = "state,year,era,v\nOhio,1960,a,1\nOhio,1970,a,2\nOhio,1980,b,3\n"


def lines(make: Make, axis: str, scores: str = YEARS) -> tuple[ReferenceLine, ...]:
    """The lines across an x axis that is written so."""
    spec = f"scores: s.csv\nvalue: v\naxes: {{y: state, x: {{column: year, {axis}}}}}\n"
    return make(spec, s=scores).plan.panels[0].x.lines


@pytest.mark.parametrize(
    ("axis", "at"),
    [
        ("lines: {at: 1970}", 1.5),
        ("lines: {at: 1965}", 1.0),
        ("lines: {at: 1972.5}", 1.75),
        ("lines: {at: 1970.0}", 1.5),
        ("direction: left, lines: {at: 1975}", 1.0),
        ("order: [1960, 1980, 1970], lines: {at: 1970}", 2.5),
    ],
)
def test_a_line_stands_in_the_middle_of_its_cell_or_between_two_in_proportion(make: Make, axis: str, at: float) -> None:
    assert [line.at for line in lines(make, axis)] == pytest.approx([at])


def test_a_label_of_several_groups_has_a_line_in_each(make: Make) -> None:
    scores = YEARS + "Ohio,1960,b,4\n"
    assert [line.at for line in lines(make, "group: era, lines: {at: 1960}", scores)] == [0.5, 3.5]


def test_its_text_and_stroke_are_those_of_the_spec(make: Make) -> None:
    asked = r"lines: [{at: 1960, label: $t_0$, stroke: {width: 2pt, color: red, dash: dotted}}, {at: 1980}]"
    assert lines(make, asked) == (
        ReferenceLine(0.5, Text("$t_0$", True), Stroke(2.0, (255, 0, 0), "dotted")),
        ReferenceLine(2.5, Text(), Stroke()),
    )


@pytest.mark.parametrize(
    ("frame", "group", "at"),
    [
        ("frame: {around: blocks, width: 2pt, color: red}", "{column: era, gap: none}", [2.0]),
        ("frame: {width: 2pt, color: red}", "{column: era, gap: none}", []),
        ("frame: {around: blocks, width: 2pt, color: red}", "era", []),
    ],
)
def test_a_frame_around_blocks_parts_groups_that_no_gap_parts(
    make: Make, frame: str, group: str, at: list[float]
) -> None:
    spec = f"scores: s.csv\nvalue: v\naxes: {{y: state, x: {{column: year, group: {group}}}}}\n{frame}\n"
    lines = make(spec, s=YEARS).plan.panels[0].x.lines
    assert lines == tuple(ReferenceLine(place, Text(), Stroke(2.0, (255, 0, 0))) for place in at)
