"""Scores as text: a closed language of number formats, so that a format is data and never code."""

import math
import re
from fractions import Fraction

LARGEST = 1e300  # of numbers in specs and score files: beyond it differences would not be finite
MINUS = "\N{MINUS SIGN}"
_NUMBERS = re.compile(r"[\d.,%\s()\[\]+–-]+(e[+-]?\d+)?")  # of one, or of a range of them
_SIGN = re.compile(r"(?<![\d.])-(?=[\d.])")
FORMAT = re.compile(r"\+?,?(\.[0-9]{1,2})?[feg%]|\+?,?d")


def formatted(score: float, form: str | None) -> str:
    """The score in a format of the language (`.2f`, `.0%`, `d`, …) or, without one, shortest exact.

    A result that shows zero carries no minus sign. Raises ValueError if `d` meets a fraction.
    """
    if form is None:
        text = repr(float(score))
        return text.removesuffix(".0").replace("-0", "0") if score == 0 else text.removesuffix(".0")
    if form.endswith("d"):
        if not float(score).is_integer():
            raise ValueError(f"{float(score)!r} is not a whole number")
        return format(int(score), form)
    text = format(float(score), form)
    shows_zero = not re.search(r"[1-9]", text.split("e")[0])
    return text.replace("-", "", 1) if shows_zero and text.startswith("-") else text


def for_people(score: float, form: str | None) -> str:
    """The score as a figure shows it: with a minus sign as wide as a digit where machines read a hyphen."""
    return formatted(score, form).replace("-", MINUS)


def with_minus(text: str) -> str:
    """A text with minus signs if it is a number or a range of them; any other one as it is."""
    return _SIGN.sub(MINUS, text) if _NUMBERS.fullmatch(text) else text


def is_exact(score: float, form: str) -> bool:
    """Whether a format writes a score without rounding it."""
    try:
        text = formatted(score, form)
    except ValueError:
        return False
    written = float(text.replace(",", "").rstrip("%")) / (100 if form.endswith("%") else 1)
    return abs(written - score) <= 1e-9 * abs(score)


def steps_format(ticks: tuple[float, ...]) -> str:
    """The fixed-point format with just the decimals that tell `ticks` apart exactly."""
    spread = max(ticks, default=0.0) - min(ticks, default=0.0) or math.inf
    fixed = f".{max((_decimals(tick) for tick in ticks), default=0)}f"
    if all(not tick or 1e-4 <= abs(tick) < 1e6 for tick in ticks) and _writes(fixed, ticks, [spread] * len(ticks)):
        return fixed
    sizes = [min(abs(tick), spread) for tick in ticks]
    return next((form for form in (f".{digits}g" for digits in range(1, 17)) if _writes(form, ticks, sizes)), ".17g")


def exact_format(form: str | None, ticks: tuple[float, ...]) -> str:
    """The format of the same kind with just the decimals that write `ticks` exactly: percent stays percent."""
    if form is None or not form.endswith("%"):
        return steps_format(ticks)
    tried = (f".{places}%" for places in range(10))
    return next((finer for finer in tried if all(is_exact(tick, finer) for tick in ticks)), steps_format(ticks))


def _writes(form: str, ticks: tuple[float, ...], sizes: list[float]) -> bool:
    """Whether a format writes each tick to a billionth of a size."""
    return all(abs(float(format(tick, form)) - tick) <= 1e-9 * size for tick, size in zip(ticks, sizes, strict=True))


def _decimals(tick: float) -> int:
    for places in range(9):
        if Fraction(str(round(tick, places))) == Fraction(str(round(tick, 9))):
            return places
    return 9
