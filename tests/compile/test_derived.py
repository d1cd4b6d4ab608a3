"""What columns are derived from stands in the order in which the spec names it."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure

Make = Callable[..., Figure]


@pytest.mark.parametrize(
    ("made", "value"),
    [
        ("{subtract: [a, b]}", 6),
        ("{divide: [a, b]}", 4),
        ("{subtract: [10, a]}", 2),
        ("{divide: [b, [a, 0.5]]}", 0.5),
        ("{add: [a, b, 1]}", 11),
    ],
)
def test_operands_are_taken_as_they_stand(made: str, value: float, make: Make) -> None:
    spec = f"scores: s.csv\ntransform: [{{derive: {{d: {made}}}}}]\nvalue: d\naxes: {{x: x, y: y}}\n"
    found = make(spec, s="x,y,a,b\np,k,8,2\n")
    assert found.plan.panels[0].grid.scores.tolist() == [[[value]]]
