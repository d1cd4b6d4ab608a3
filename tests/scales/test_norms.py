import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import LogNorm, Normalize, PowerNorm, SymLogNorm, TwoSlopeNorm

from heatfig.scales.norms import Centered, Linear, Log, Norm, Power, SymLog, TwoSlope

NORMS: list[Norm] = [
    Linear(-2, 3),
    Centered(-0.1, 0.4, 0),
    TwoSlope(-1, 0, 3),
    Log(0.01, 100),
    SymLog(-20, 300, 0.5),
    Power(1, 5, 0.5),
]


@pytest.mark.parametrize(
    ("norm", "reference"),
    [
        (Linear(-2, 3), Normalize(-2, 3)),
        (Centered(-0.1, 0.4, 0), Normalize(-0.4, 0.4)),
        (TwoSlope(-1, 0, 3), TwoSlopeNorm(0, -1, 3)),
        (Log(0.01, 100), LogNorm(0.01, 100)),
        (SymLog(-20, 300, 0.5), SymLogNorm(0.5, vmin=-20, vmax=300, base=10)),
        (Power(1, 5, 0.5), PowerNorm(0.5, 1, 5)),
    ],
)
def test_agrees_with_the_norms_of_the_field(norm: Norm, reference: Normalize) -> None:
    scores = np.linspace(norm.min, norm.max, 101)
    np.testing.assert_allclose(norm.fraction(scores), reference(scores), atol=1e-12)


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: type(norm).__name__)
@given(position=st.floats(0, 1))
def test_position_and_score_are_inverse(norm: Norm, position: float) -> None:
    there = norm.score_at(np.array([position]))
    np.testing.assert_allclose(norm.position(there), [position], atol=1e-9)


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: type(norm).__name__)
def test_missing_scores_lie_nowhere(norm: Norm) -> None:
    assert np.isnan(norm.fraction(np.array([norm.min, np.nan, norm.max]))).tolist() == [False, True, False]


def test_log_puts_zero_and_less_below_the_range() -> None:
    assert Log(1, 10).fraction(np.array([0.0, -3.0])).tolist() == [-np.inf, -np.inf]


@pytest.mark.parametrize("norm", [TwoSlope(0, 2, 2), TwoSlope(2, 2, 4), TwoSlope(0, 2, 4)])
def test_the_center_takes_the_middle_colour_and_place(norm: TwoSlope) -> None:
    assert norm.fraction(np.array([2.0])).tolist() == norm.position(np.array([2.0])).tolist() == [0.5]


def test_a_range_of_one_point_takes_the_middle_colour() -> None:
    assert Linear(2, 2).fraction(np.array([1.0, 2.0, 3.0])).tolist() == [-np.inf, 0.5, np.inf]


def test_ticks_of_a_symlog_norm_are_zero_and_decades_on_both_sides() -> None:
    assert SymLog(-100, 1000, 1).tick_choices(lambda _: True)[0] == (-100, -10, -1, 0, 1, 10, 100, 1000)


def test_a_symlog_norm_within_its_linear_part_has_the_ticks_of_an_even_one() -> None:
    choices = SymLog(-0.4, 0.4, 1).tick_choices(lambda _: True)
    assert choices == Linear(-0.4, 0.4).tick_choices(lambda _: True)
