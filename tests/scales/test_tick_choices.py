"""Of sets of round scores the best come first, worked out by hand."""

import pytest

from heatfig.scales.ticks import Scores, linear_choices


@pytest.mark.parametrize(
    ("low", "high", "choices"),
    [
        (0.1, 0.6, [(0.1, 0.2, 0.3, 0.4, 0.5, 0.6), (0.2, 0.4, 0.6), (0.1, 0.6)]),
        (1, 9, [(1, 2, 3, 4, 5, 6, 7, 8, 9), (2, 4, 6, 8), (1, 5, 9), (1, 9)]),
    ],
)
def test_three_ticks_come_before_the_two_ends_alone(low: float, high: float, choices: list[Scores]) -> None:
    assert linear_choices(low, high, (low, high), lambda _: True) == choices
