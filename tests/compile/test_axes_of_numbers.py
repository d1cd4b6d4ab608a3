"""Ticks, texts and edges of axes whose labels are numbers or dates."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.plan.axis import AxisPlan

Make = Callable[..., Figure]
DAYS = ("2024-01-31", "2024-02-29", "2024-03-31")


def axis(make: Make, asked: str, *labels: str) -> AxisPlan:
    """An x axis with these labels that is written so."""
    scores = "x,y,v\n" + "".join(f"{label},a,{at}\n" for at, label in enumerate(labels))
    return make(f"scores: s.csv\nvalue: v\naxes: {{y: y, x: {{column: x, {asked}}}}}\n", s=scores).plan.panels[0].x


def ticks(found: AxisPlan) -> list[tuple[float, str]]:
    """Where its ticks stand, in cells, and what they say."""
    return [(round(tick.at, 6), tick.text.content) for tick in found.ticks]


def test_numbers_stand_in_their_order_with_edges_midway_between_them(make: Make) -> None:
    found = axis(make, "scale: numbers", "8", "1", "2")
    assert found.labels == ("1", "2", "8")
    assert found.spacing is not None
    assert found.spacing.edges == (0.5, 1.5, 5.0, 11.0)
    assert found.edges == pytest.approx((0, 3 / 10.5, 13.5 / 10.5, 3))


def test_a_direction_turns_the_edges_too(make: Make) -> None:
    found = axis(make, "scale: numbers, direction: left, ticks: [2]", "1", "2", "8")
    assert found.spacing is not None
    assert found.spacing.edges == (11.0, 5.0, 1.5, 0.5)
    assert ticks(found) == [(round(1 + 3 / 3.5, 6), "2")]


def test_one_number_has_a_cell_around_it(make: Make) -> None:
    assert ticks(axis(make, "scale: numbers", "5")) == [(0.5, "5")]


def test_without_a_word_ticks_are_round_numbers(make: Make) -> None:
    found = axis(make, "scale: numbers", *(str(3 * number) for number in range(30)))
    assert [tick.text.content for tick in found.ticks] == [str(10 * number) for number in range(9)]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("ticks: all", ["1", "2", "8"]),
        ("ticks: none", []),
        ("ticks: [8, 4.50]", ["4.50", "8"]),
        ("ticks: {every: 2.5}", ["2.5", "5.0", "7.5"]),
        ("ticks: {every: 4}, labels: {8: eight}", ["4", "eight"]),
        ("ticks: {every: 4}, format: .1f", ["4.0", "8.0"]),
    ],
)
def test_ticks_of_numbers_are_those_asked_for(asked: str, shown: list[str], make: Make) -> None:
    found = axis(make, f"scale: numbers, {asked}", "1", "2", "8")
    assert [tick.text.content for tick in found.ticks] == shown


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", ["Feb 2024", "Mar 2024"]),
        ("ticks: all, format: '%d %b'", ["31 Jan", "29 Feb", "31 Mar"]),
        ("ticks: [2024-02-01]", ["2024-02-01"]),
        ("ticks: {every: month}", ["Feb 2024", "Mar 2024"]),
        ("ticks: {every: quarter}, format: '%Y-%m', lines: {at: 2024-02-15}", ["2024-01"]),
    ],
)
def test_ticks_of_dates_are_those_asked_for(asked: str, shown: list[str], make: Make) -> None:
    labels = ("2023-12-31", *DAYS) if "quarter" in asked else DAYS
    found = axis(make, f"scale: dates, {asked}", *labels)
    assert [tick.text.content for tick in found.ticks] == shown


def test_a_line_stands_at_its_date(make: Make) -> None:
    (line,) = axis(make, "scale: dates, lines: {at: 2024-02-15}", *DAYS).lines
    assert line.at == pytest.approx(1.0, abs=0.05)  # 15 February is about the middle between two ends of months
    (line,) = axis(make, "lines: {at: 2024-02-15}", *DAYS).lines
    assert line.at == pytest.approx(0.5 + 15 / 29)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("ticks: {every: 2}", ["a", "c", "e"]),
        ("ticks: auto", ["a", "b", "c", "d", "e"]),
        ("ticks: all", ["a", "b", "c", "d", "e"]),
    ],
)
def test_ticks_of_labels_are_left_out_where_asked(asked: str, shown: list[str], make: Make) -> None:
    assert [tick.text.content for tick in axis(make, asked, *"abcde").ticks] == shown


def test_many_labels_are_thinned_if_asked_and_only_then(make: Make) -> None:
    labels = [f"row{number}" for number in range(100)]
    assert len(axis(make, "ticks: all, rotation: 90", *labels).ticks) == 100
    assert [tick.text.content for tick in axis(make, "ticks: auto", *labels).ticks[:2]] == ["row0", "row5"]


def test_the_first_label_of_each_month_has_a_tick(make: Make) -> None:
    labels = ("2024-01-08", "2024-01-22", "2024-02-05", "2024-02-19", "2024-03-04")
    found = axis(make, "ticks: {every: month}, format: '%b'", *labels)
    assert ticks(found) == [(0.5, "Jan"), (2.5, "Feb"), (4.5, "Mar")]


def test_a_format_writes_the_labels_that_are_numbers(make: Make) -> None:
    found = axis(make, "format: .0e, labels: {0.1: tenth}", "9.999999999999999e-06", "all", "0.1")
    assert [tick.text.content for tick in found.ticks] == ["1e−05", "all", "tenth"]


def test_a_template_writes_the_labels_at_their_numbers(make: Make) -> None:
    found = axis(make, 'scale: numbers, labels: "{x:.1f} m"', "8", "1", "-2")
    assert [text for _, text in ticks(found)] == ["−2.0 m", "1.0 m", "8.0 m"]
    assert found.spacing is not None


BINNED = """
scores: s.csv
transform: [{bin: {column: x, width: 5, into: age}}]
value: v
aggregate: sum
axes: {y: y, x: {column: age, scale: numbers, ASKED}}
"""


def binned(make: Make, asked: str = "direction: right", *numbers: float) -> AxisPlan:
    """An x axis of bins of five."""
    scores = "x,y,v\n" + "".join(f"{number},a,1\n" for number in numbers)
    return make(BINNED.replace("ASKED", asked), s=scores).plan.panels[0].x


def test_bins_stand_to_scale_also_where_they_hold_nothing(make: Make) -> None:
    found = binned(make, "direction: right", 18, 1, 3)
    assert found.labels == ("0–5", "5–10", "10–15", "15–20")
    assert found.spacing is not None
    assert list(found.spacing.edges) == [0, 5, 10, 15, 20]
    assert ticks(found) == [(0.0, "0"), (1.0, "5"), (2.0, "10"), (3.0, "15"), (4.0, "20")]


def test_bins_have_their_names_where_all_have_ticks(make: Make) -> None:
    assert ticks(binned(make, "ticks: all, direction: left", 1, 8)) == [(0.5, "5–10"), (1.5, "0–5")]


def test_dates_are_read_as_the_spec_says_they_are_written(make: Make) -> None:
    spec = "scores: {file: s.csv, parse: {x: '%d.%m.%Y'}}\nvalue: v\naxes: {y: y, x: {column: x, scale: dates, ASKED}}"
    asked = "ticks: [01.03.2024, 2024-04-01], format: '%d %b', lines: {at: 15.03.2024}"
    figure = make(spec.replace("ASKED", asked), s="x,y,v\n01.03.2024,a,1\n01.02.2024,a,2\n01.04.2024,a,3\n")
    x = figure.plan.panels[0].x
    assert x.labels == ("01.02.2024", "01.03.2024", "01.04.2024")
    assert [tick.text.content for tick in x.ticks] == ["01 Mar", "01 Apr"]
    assert x.lines[0].at == pytest.approx(1.95)
