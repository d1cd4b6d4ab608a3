from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.compile.ticks import colorbar_ticks
from heatfig.norm import Linear, Log, Norm, TwoSlope
from heatfig.number_format import is_exact

Make = Callable[..., Figure]


@pytest.mark.parametrize("norm", [Linear(0, 1), Linear(-3, 7.5), TwoSlope(-1, 0, 50), Log(1e-6, 1e6)], ids=repr)
def test_ticks_come_ever_fewer(norm: Norm) -> None:
    counts = [len(ticks) for ticks in colorbar_ticks(norm)]
    assert counts[0] >= 3
    assert counts[-1] < counts[0]
    assert all(norm.min <= tick <= norm.max for ticks in colorbar_ticks(norm) for tick in ticks)


@pytest.mark.parametrize(
    ("score", "form", "exact"),
    [
        (2.5, ".1f", True),
        (2.5, ".0f", False),
        (0.125, ".0%", False),
        (0.13, ".0%", True),
        (12345.0, ",d", True),
        (0.5, "d", False),
        (-1e-3, "+.0e", True),
        (0.3, ".1g", True),
    ],
)
def test_knows_which_scores_a_format_rounds(score: float, form: str, exact: bool) -> None:
    assert is_exact(score, form) is exact


@pytest.mark.parametrize(("form", "most"), [(".1f", 12.5), (".0f", 10.0), ("d", 10.0)])
def test_a_colorbar_has_ticks_that_its_format_writes_as_they_are(make: Make, form: str, most: float) -> None:
    spec = (
        "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\n"
        f"range: [0, 12.5]\ncolorbar: {{format: '{form}'}}\n"
    )
    bar = make(spec, s="x,y,v\na,b,1\n").plan.panels[0].colorbar
    assert bar is not None
    assert bar.ticks[-1] == most
    assert [float(text.content) for text in bar.tick_labels] == list(bar.ticks)
