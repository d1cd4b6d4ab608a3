"""The ends of a range have ticks by round steps, or in place of ticks that are too near."""

from heatfig.scales.ends import added, divided, holding


def test_sets_hold_both_ends() -> None:
    assert holding([(0, 1, 2), (0, 2), (1, 2)], (0, 2)) == [(0, 1, 2), (0, 2)]


def test_a_range_is_divided_by_round_steps_that_hold_zero() -> None:
    assert list(divided(0, 0.9)) == [
        (0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9), (0, 0.3, 0.6, 0.9)
    ]  # fmt: skip
    assert next(divided(-12, 12)) == (-12, -8, -4, 0, 4, 8, 12)
    assert list(divided(-1, 2)) == [(-1, -0.5, 0, 0.5, 1, 1.5, 2), (-1, 0, 1, 2)]


def test_ticks_near_an_end_that_is_added_fall_away() -> None:
    assert added((0, 20, 40, 60, 80), (0, 87), 10) == (0, 20, 40, 60, 87)
