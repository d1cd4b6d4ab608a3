"""The ticks of a colorbar are written like the texts in cells, where the spec does not say how."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.diagnostics import Problems
from heatfig.plan.guides.colorbar import Colorbar

Make = Callable[..., Figure]
AXES = "axes: {x: x, y: y}\n"


def labels(make: Make, more: str, scores: tuple[float, ...] = (0, 0.1, 0.15, 0.2)) -> list[str]:
    rows = zip((("a", "p"), ("a", "q"), ("b", "p"), ("b", "q")), scores, strict=True)
    table = "x,y,v\n" + "".join(f"{x},{y},{score}\n" for (x, y), score in rows)
    made = make(f"scores: s.csv\nvalue: v\n{AXES}{more}", s=table)
    return [text.content for guide in made.plan.guides if isinstance(guide, Colorbar) for text in guide.ticks.labels]


def test_a_share_in_percent_has_ticks_in_percent(make: Make) -> None:
    assert labels(make, "annotations: .1%\n") == ["0%", "5%", "10%", "15%", "20%"]


def test_prefixes_of_si_stand_at_ticks_with_no_more_digits_than_these_need(make: Make) -> None:
    found = labels(make, "annotations: .3s\n", (0, 25_000, 77_400, 100_000))
    assert found == ["0", "25k", "50k", "75k", "100k"]


@pytest.mark.parametrize(("form", "last"), [(".2f ms", "0.20 ms"), (".2f×", "0.20×"), (".2z", ".20")])
def test_units_and_numbers_without_a_zero_stand_at_ticks_too(make: Make, form: str, last: str) -> None:
    assert labels(make, f"annotations: '{form}'\n")[-1] == last


def test_a_unit_that_the_label_names_is_not_said_twice(make: Make) -> None:
    scores, named = (0, 1000, 1500, 2000), "colorbar: {label: Latency (ms)}\n"
    assert labels(make, "annotations: ',d ms'\n", scores)[-1] == "2,000 ms"
    assert labels(make, f"annotations: ',d ms'\n{named}", scores)[-1] == "2,000"


def test_thousands_are_parted_where_they_are_in_cells(make: Make) -> None:
    assert labels(make, "annotations: ',d'\n", (0, 1000, 1500, 2000))[-2:] == ["1,500", "2,000"]


def test_asked_ticks_are_written_as_what_they_are(make: Make) -> None:
    found = labels(make, "annotations: .0%\ncolorbar: {ticks: [0, 0.025, 0.2]}\n")
    assert found == ["0.0%", "2.5%", "20.0%"]


@pytest.mark.parametrize(
    ("percent", "plain"),
    [
        ("annotations: .0%\n", "annotations: .0%\ncolorbar: {format: .2f}\n"),
        ("annotations: [.0%]\n", "annotations: [.0%, {text: '{value:.2f}', at: top}]\n"),
        ("annotations: .0%\n", "annotations: .2f\n"),
        ("annotations: '{v:.0%}'\n", "normalize: {using: zscore, per: x}\nannotations: '{v:.0%}'\n"),
        ("annotations: .0%\n", ""),
    ],
    ids=["asked", "several", "plain", "before", "none"],
)
def test_ticks_are_plain_where_the_bar_has_a_format_or_texts_have_none_alone(
    make: Make, percent: str, plain: str
) -> None:
    assert all(label.endswith("%") for label in labels(make, percent))
    assert not any("%" in label for label in labels(make, plain))


def test_panels_of_one_value_in_two_formats_keep_one_plain_colorbar(make: Make) -> None:
    panels = "panels: [{name: p, annotations: .0%}, {name: q, annotations: .2f}]\n"
    found = labels(make, panels)
    assert found == ["0", "0.05", "0.1", "0.15", "0.2"] or found == ["0.00", "0.05", "0.10", "0.15", "0.20"]


def test_two_ticks_that_are_written_alike_are_told(make: Make) -> None:
    with pytest.raises(Problems) as found:
        labels(make, "colorbar: {ticks: [0, 0.1, 0.1000000000001], format: .1f}\n")
    assert [d.message for d in found.value.diagnostics] == ["the ticks 0.1 and 0.1 are both written '0.1'"]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        ("", ["32.50 ms", "35.00 ms"]),
        ("range: {min: 30.35, max: 36.35}\n", ["30.35 ms", "33.35 ms", "36.35 ms"]),
    ],
)
def test_ticks_stand_at_the_ends_of_a_range_that_the_spec_says_alone(make: Make, more: str, wanted: list[str]) -> None:
    bar = "size: {cell: 29mm}\ncolorbar: {side: bottom, format: .2f ms}\n"
    assert labels(make, bar + more, (30.35, 31, 33, 36.35)) == wanted
