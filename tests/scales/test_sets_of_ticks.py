"""Which round scores a colorbar may have ticks at, and which of them go first."""

from decimal import Decimal

import pytest

from heatfig.scales.ticks import Scores, best, linear_ticks, multiples


@pytest.mark.parametrize(
    ("sets", "marks", "kept"),
    [
        ([(1, 7), (0, 2, 4, 6)], (1, 7), [(0, 2, 4, 6), (1, 7)]),
        ([(0, 2.5, 5, 7.5), (0, 2, 4, 6)], (), [(0, 2, 4, 6)]),
        ([(0, 2, 4, 6, 8), (1, 3, 5, 7)], (7,), [(1, 3, 5, 7)]),
        ([(0, 2, 4, 6), (0, 1, 2, 3, 4)], (), [(0, 1, 2, 3, 4), (0, 2, 4, 6)]),
    ],
    ids=["four ticks go before marks", "short numbers go first", "marks go before more ticks", "more ticks go first"],
)
def test_the_best_set_of_ticks_comes_first_and_then_ever_fewer(
    sets: list[Scores], marks: Scores, kept: list[Scores]
) -> None:
    assert best(sets, marks) == kept


def test_steps_with_more_decimals_than_others_that_are_enough_are_left_out() -> None:
    found = list(linear_ticks(0, 8))
    assert (0, 2.5, 5, 7.5) in found
    assert not any(0.5 in ticks for ticks in found)


def test_a_part_of_the_ticks_has_zero_where_all_have() -> None:
    found = list(linear_ticks(-2, 4))
    assert (-2, 0, 2, 4) in found
    assert (-2, 1, 4) not in found


def test_multiples_lie_between_the_limits_but_for_rounding() -> None:
    assert multiples(Decimal("0.05"), Decimal("1.02"), Decimal("0.5")) == (0.5, 1)
    assert multiples(Decimal("1e-12"), Decimal("0.9999999999"), Decimal("0.5")) == (0, 0.5, 1)
