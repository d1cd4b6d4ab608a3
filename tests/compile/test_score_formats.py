"""Scores are read out in the format in which a text in cells shows them."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.plan.tracks.margin import Margin

Make = Callable[..., Figure]
TABLE = "x,y,v,n\na,p,0.123,3\na,q,0.5,4\nb,p,0.25,5\nb,q,0.75,6\n"
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\n"


@pytest.mark.parametrize(
    ("more", "form"),
    [
        ("annotations: '{n:d} of {value:.2f}'\n", ".2f"),
        ("annotations: ['{n:d}', {text: '{v:.1%}', at: top}]\n", ".1%"),
        ("annotations: '{n:d}'\n", None),
        ("normalize: {using: zscore, per: x}\nannotations: '{v:.2f}: {value:+.1f}'\n", "+.1f"),
    ],
    ids=["behind another", "of several texts", "no score", "normalized"],
)
def test_the_format_is_that_of_the_score_not_of_another_field(make: Make, more: str, form: str | None) -> None:
    assert make(f"{SPEC}{more}", s=TABLE).plan.panels[0].value.format == form


def test_means_beside_the_grid_are_not_written_as_another_field(make: Make) -> None:
    made = make(
        f"{SPEC}annotations: '{{n:d}} of {{value:.2f}}'\nbeside: {{right: {{margin: {{field: v, using: mean}}}}}}\n",
        s=TABLE,
    )
    (margin,) = (track for track in made.plan.panels[0].beside.right if isinstance(track, Margin))
    assert [text.content for text in margin.texts] == ["0.19", "0.62"]
