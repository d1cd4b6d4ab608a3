import pytest
from hypothesis import given
from hypothesis import strategies as st

from heatfig.scales.number_format import FORMAT, exact_format, for_people, for_ticks, formatted, is_exact, steps_format


@pytest.mark.parametrize(
    ("score", "form", "text"),
    [
        (0.005, ".2f", "0.01"),
        (-0.001, ".2f", "0.00"),
        (-0.0, None, "0"),
        (0.04, "+.1f", "0.0"),
        (0.0, "+d", "0"),
        (-0.0, ".1%", "0.0%"),
        (-0.01, ".2f", "-0.01"),
        (0.256, ".0%", "26%"),
        (1234.5, ",.1f", "1,234.5"),
        (3.0, "d", "3"),
        (1e-7, ".1e", "1.0e-07"),
        (0.5, "+.1f", "+0.5"),
        (70.0, None, "70"),
        (0.1, None, "0.1"),
        (12345.0, ".3s", "12.3k"),
        (999.9, ".3s", "1.00k"),
        (0.00042, ".2s B", "420 uB"),
        (-0.0, ".2s", "0.0"),
        (-0.051, ".2z", "-.05"),
        (-0.001, ".2z", ".00"),
        (10.5, "+.1z", "+10.5"),
        (12345.0, ".1x", "1.2e+04"),
        (3.14159, ".1f ms", "3.1 ms"),
        (13.0, ".0fk", "13k"),
        (3.0, "dM", "3M"),
        (2.14, ".1f×", "2.1×"),
        (1234.0, ",dk", "1,234k"),
    ],
)
def test_a_format_writes_a_score_as_it_says(score: float, form: str | None, text: str) -> None:
    assert formatted(score, form) == text


@pytest.mark.parametrize(
    ("score", "form", "text"),
    [
        (12345.0, ".1x", "1.2×10⁴"),
        (-0.00012, ".2x m", "−1.20×10⁻⁴ m"),
        (0.0, ".0x", "0×10⁰"),
        (4.2e-6, ".2s", "4.2µ"),
        (-2.5e9, ".2s FLOP/s", "−2.5 GFLOP/s"),
        (-0.05, ".2z", "−.05"),
        (1e-7, ".1e", "1.0e−07"),
    ],
)
def test_people_read_powers_of_ten_and_true_minus_signs(score: float, form: str, text: str) -> None:
    assert for_people(score, form) == text


@pytest.mark.parametrize(
    ("score", "form", "text"),
    [
        (1000.0, ".3s", "1k"),
        (13000.0, ".3s", "13k"),
        (500.0, ".3s", "500"),
        (100000.0, ".3s B", "100 kB"),
        (1050.0, ".3s", "1.05k"),
        (-2.5e-6, ".3s", "−2.5µ"),
        (0.0, ".3s", "0"),
        (1.5, ".2f", "1.50"),
        (1000.0, ".0x", "10³"),
        (-1e-5, ".0x s", "−10⁻⁵ s"),
        (2000.0, ".0x", "2×10³"),
        (1000.0, ".1x", "1.0×10³"),
        (11.0, ".1x", "1.1×10¹"),
    ],
)
def test_a_tick_has_no_needless_digits_before_a_prefix_or_a_power_of_ten(score: float, form: str, text: str) -> None:
    assert for_ticks(score, form) == text


@pytest.mark.parametrize(
    ("ticks", "form", "finer"),
    [
        ((1500.0, 2000.0), ".1s B", ".2s B"),
        ((0.25, 0.5), ".1z", ".2z"),
        ((12500.0,), ".0x", ".2x"),
        ((0.125,), ".0%", ".1%"),
        ((0.5, 1.0), ".0f ms", ".1f ms"),
        ((0.5, 1.0), ".0fk", ".1fk"),
    ],
)
def test_a_finer_format_is_of_the_same_kind(ticks: tuple[float, ...], form: str, finer: str) -> None:
    assert not all(is_exact(tick, form) for tick in ticks)
    assert exact_format(form, ticks) == finer


def test_d_refuses_a_fraction() -> None:
    with pytest.raises(ValueError, match="whole"):
        formatted(0.5, "d")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_without_a_format_the_text_is_exact(score: float) -> None:
    assert float(formatted(score, None)) == score


@pytest.mark.parametrize(
    "form",
    [
        "{0.__class__}",
        "{}",
        "%s",
        ".2",
        "f.2",
        ">10f",
        "c",
        "n",
        "",
        ".2f $x$",
        ".2f  a",
        ".2f {",
        "s",
        ",.2s",
        ".999f",
        "d%",
        "__",
    ],
)
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
