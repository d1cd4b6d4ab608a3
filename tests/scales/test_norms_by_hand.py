"""Norms at limits, edges and anchors, and the ticks that they choose, worked out by hand."""

from collections.abc import Callable

import numpy as np
import pytest

from heatfig.scales.norms.anchored import Anchored
from heatfig.scales.norms.classes import Classes
from heatfig.scales.norms.kind import NormKind
from heatfig.scales.norms.log import Log
from heatfig.scales.norms.power import Power
from heatfig.scales.norms.quantile import Quantile, quantile
from heatfig.scales.norms.stepped import Stepped
from heatfig.scales.norms.two_slope import TwoSlope
from heatfig.scales.ticks import Scores

INF = np.inf
STEPPED = Stepped(0, 10, (2.0, 5.0), (0.0, 2.0, 5.0, 10.0))


@pytest.mark.parametrize(
    ("norm", "scores", "fractions"),
    [
        (Anchored(0, 10, (0, 2, 10)), [-0.1, 0, 1, 2, 6, 10, 10.1], [-INF, 0, 0.25, 0.5, 0.75, 1, INF]),
        (Classes(5), [0, 1, 4], [0, 0.25, 1]),
        (Classes(1), [0], [0]),
        (Power(0, 4, 0.5), [-1, 0, 1, 4], [-0.25, 0, 0.5, 1]),
        (STEPPED, [0, 1.9, 2, 2 - 1e-13, 4.9, 5, 10], [0, 0, 0.5, 0.5, 0.5, 1, 1]),
        (Quantile(0, 10, (0, 1, 10), (0, 0.5, 1)), [-1, 0, 0.5, 1, 10, 11], [-INF, 0, 0.25, 0.5, 1, INF]),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, list) else "",
)
def test_a_score_has_the_colour_of_its_place(norm: NormKind, scores: list[float], fractions: list[float]) -> None:
    np.testing.assert_allclose(norm.fraction(np.array(scores, np.float64)), fractions)


@pytest.mark.parametrize(
    ("norm", "scores", "positions"),
    [
        (Classes(4), [0, 1, 3], [0.125, 0.375, 0.875]),
        (STEPPED, [0, 1, 2, 5, 10], [0, 1 / 6, 1 / 3, 2 / 3, 1]),
        (STEPPED, [-0.1, 10.1], [-INF, INF]),
        (Anchored(0, 10, (0, 2, 10)), [0, 2, 10], [0, 0.2, 1]),
    ],
)
def test_a_score_stands_at_its_place_along_the_colorbar(
    norm: NormKind, scores: list[float], positions: list[float]
) -> None:
    np.testing.assert_allclose(norm.position(np.array(scores, np.float64)), positions)


def test_a_place_along_the_colorbar_is_of_the_category_that_it_lies_in() -> None:
    assert Classes(4).score_at(np.array([0, 0.24, 0.25, 0.9, 1])).tolist() == [0, 0, 1, 3, 3]


def test_classes_have_their_middles_and_as_many_colours_as_there_are() -> None:
    assert STEPPED.classes == 3
    assert STEPPED.middles == (1, 3.5, 7.5)


def test_by_ranks_equal_scores_share_their_rank_and_limits_have_the_end_colours() -> None:
    norm = quantile(np.array([0, 1, 1, 1, 2, 3, 4, 9]), 1, 4, points=8)
    assert isinstance(norm, Quantile)
    np.testing.assert_allclose(norm.scores, [1, 2, 3, 4])
    np.testing.assert_allclose(norm.shares, [0, 4 / 7, 5 / 7, 1])
    inner = quantile(np.array([0, 2, 2, 2, 4]), 0, 4, points=5)
    assert isinstance(inner, Quantile)
    np.testing.assert_allclose(inner.shares, [0, 0.5, 1])


def fitting(most: int) -> Callable[[Scores], bool]:
    """Whether there is room for so many ticks."""
    return lambda ticks: len(ticks) <= most


@pytest.mark.parametrize(
    ("norm", "most", "ticks"),
    [
        (Log(1, 1000), 9, (1, 10, 100, 1000)),
        (Log(1, 1000), 3, (1, 1000)),
        (Log(1, 1e4), 4, (1, 100, 1e4)),
        (Log(0.1, 100), 3, (0.1, 100)),
        (Log(2, 50), 9, (2, 5, 10, 20, 50)),
        (Log(2, 9), 9, (2, 3, 4, 5, 6, 7, 8, 9)),
        (STEPPED, 9, (0, 2, 5, 10)),
        (STEPPED, 2, (0, 5)),
        (Stepped(0, 6, (1, 2, 3, 4, 5), (0, 1, 2, 3, 4, 5, 6)), 4, (0, 2, 4, 6)),
        (Stepped(0, 5, (1, 2, 3, 4), (0, 1, 2, 3, 4, 5)), 2, (1, 4)),
        (quantile(np.array([1, 2, 3.14159, 4, 5]), 1, 5), 9, (1, 2, 3.1, 4, 5)),
        (quantile(np.array([1.234, 2, 3, 4, 5.678]), 1.234, 5.678), 2, (1.3, 5.6)),
    ],
)
def test_the_best_ticks_that_have_room_are_chosen(norm: NormKind, most: int, ticks: Scores) -> None:
    assert norm.tick_choices(fitting(most))[0] == ticks


def test_short_strokes_stand_at_all_multiples_between_decades() -> None:
    assert Log(1, 10).minor_ticks((1, 10)) == (2, 3, 4, 5, 6, 7, 8, 9)
    assert Log(1, 1000).minor_ticks((1, 1000)) == (10, 100)
    assert Log(2, 5).minor_ticks((2, 3, 4, 5)) == ()


def test_texts_of_ticks_have_the_decimals_of_their_side_and_the_center_those_above_it() -> None:
    assert TwoSlope(-0.5, 0, 10).tick_texts((-0.5, -0.25, 0, 5, 10)) == ("−0.50", "−0.25", "0", "5", "10")
