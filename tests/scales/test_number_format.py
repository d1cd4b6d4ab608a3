import pytest
from hypothesis import given
from hypothesis import strategies as st

from heatfig.scales.number_format import FORMAT, formatted, steps_format


@pytest.mark.parametrize(
    ("score", "form", "text"),
    [
        (0.005, ".2f", "0.01"),
        (-0.001, ".2f", "0.00"),
        (-0.0, None, "0"),
        (-0.0, ".1%", "0.0%"),
        (-0.01, ".2f", "-0.01"),
        (0.256, ".0%", "26%"),
        (1234.5, ",.1f", "1,234.5"),
        (3.0, "d", "3"),
        (1e-7, ".1e", "1.0e-07"),
        (0.5, "+.1f", "+0.5"),
        (70.0, None, "70"),
        (0.1, None, "0.1"),
    ],
)
def test_formats(score: float, form: str | None, text: str) -> None:
    assert formatted(score, form) == text


def test_d_refuses_a_fraction() -> None:
    with pytest.raises(ValueError, match="whole"):
        formatted(0.5, "d")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_without_a_format_the_text_is_exact(score: float) -> None:
    assert float(formatted(score, None)) == score


@pytest.mark.parametrize("form", ["{0.__class__}", "{}", "%s", ".2", "f.2", ">10f", "c", "n", "", ".999f", "d%", "__"])
def test_a_format_is_never_code_or_text(form: str) -> None:
    assert FORMAT.fullmatch(form) is None


@pytest.mark.parametrize(
    ("ticks", "form"),
    [
        ((0.0, 0.25, 0.5), ".2f"),
        ((0.0, 50.0, 100.0), ".0f"),
        ((1e-6, 2e-6), ".1g"),
        ((2e7, 2e7 + 2), ".8g"),
        ((0.5,), ".1f"),
        ((1.0, 1.00000000000002, 1.00000000000004), ".15g"),
        ((20000000.0, 20000000.0000005), ".15g"),
        ((1 / 3000,), ".9f"),
        ((1e-6, 1.5e-6, 1e6), ".2g"),
    ],
)
def test_ticks_take_the_decimals_that_they_need(ticks: tuple[float, ...], form: str) -> None:
    assert steps_format(ticks) == form
