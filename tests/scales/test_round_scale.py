"""Scales of bars have few round ticks around all numbers, worked out by hand."""

import pytest

from heatfig.scales.ticks import Scores, round_scale


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 0, (0, 1)),
        (1, 3, (1, 2, 3)),
        (0.2, 9.3, (0, 5, 10)),
        (-0.4, 0.9, (-0.5, 0, 0.5, 1)),
        (7, 7, (0, 5, 10, 15)),
        (-7, -7, (-15, -10, -5, 0)),
        (0, 120, (0, 50, 100, 150)),
    ],
)
def test_a_scale_has_at_most_three_steps_of_the_least_round_size(low: float, high: float, ticks: Scores) -> None:
    assert round_scale(low, high) == ticks
