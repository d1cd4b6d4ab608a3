"""Scores as text: a closed language of number formats, so that a format is data and never code."""

import math
import re
from fractions import Fraction
from typing import NamedTuple

LARGEST = 1e300  # of numbers in specs and score files: beyond it differences would not be finite
MINUS = "\N{MINUS SIGN}"
_NUMBERS = re.compile(r"[\d.,%\s()\[\]+–-]+(e[+-]?\d+)?( to [\d.,+-]+(e[+-]?\d+)?)?")  # of one, or of a range of them
_SIGN = re.compile(r"(?<![\d.])-(?=[\d.])")
# Python's kinds; and `z` without the zero before the point, `s` with the prefixes of SI, `x` with a power of ten.
_KINDS = r"\+?,?(\.[0-9]{1,2})?[feg%]|\+?,?d|\+?,?\.[0-9]{1,2}z|\+?\.[0-9]{1,2}[sx]"
_JOINED = "[kKMBT×°″′]"  # units that may stand without a blank, as in 13k and 2.1×
_UNIT = r" [^\s{}\\$]([^{}\\$]{0,30}[^\s{}\\$])?"  # of any other behind a blank
_PLAIN = r"\+?,?(\.[0-9]{1,2})?[fg]|\+?,?d|\+?,?\.[0-9]{1,2}z"
FORMAT = re.compile(rf"({_KINDS})({_UNIT})?|({_PLAIN}){_JOINED}")
_PREFIXES = dict(zip(range(-24, 25, 3), ["y", "z", "a", "f", "p", "n", "u", "m", "", *"kMGTPEZY"], strict=True))
_ONCE = re.compile(r"(?<![\d.])1×10")
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_MICRO = "\N{MICRO SIGN}"


class _Parts(NamedTuple):
    """A number as text, the power of ten that its prefix stands for, and its unit."""

    number: str
    power: int = 0
    unit: str = ""
    blank: str = ""

    def joined(self, number: str, prefix: str) -> str:
        """The number, its prefix before the unit where there is one."""
        return f"{number}{self.blank}{prefix}{self.unit}"


def formatted(score: float, form: str | None) -> str:
    """The score in a format of the language (`.2f`, `.0%`, `d`, …) or, without one, shortest exact; in ASCII.

    A result that shows zero carries no sign. Raises ValueError if `d` meets a fraction.
    """
    if form is None:
        text = repr(float(score))
        return text.removesuffix(".0").replace("-0", "0") if score == 0 else text.removesuffix(".0")
    parts = _parts(float(score), form)
    return parts.joined(parts.number, _PREFIXES[parts.power])


def for_people(score: float, form: str | None) -> str:
    """The score as a figure shows it: with powers of ten, and a minus sign as wide as a digit for a hyphen."""
    if form is None:
        return formatted(score, None).replace("-", MINUS)
    return _for_people(_parts(float(score), form), form)


def for_ticks(score: float, form: str | None) -> str:
    """The score as an axis or a scale shows it: as in a cell, but without needless digits.

    A prefix of SI stands behind no needless zeros, and a power of ten alone where it is multiplied by 1: 10³.
    """
    if form is None or _kind(form) not in "sx":
        return for_people(score, form)
    if _kind(form) == "x":
        return _ONCE.sub("10", for_people(score, form))
    parts = _parts(float(score), form)
    number = parts.number.rstrip("0").rstrip(".") if "." in parts.number else parts.number
    return _for_people(parts._replace(number=number), form)


def _for_people(parts: _Parts, form: str) -> str:
    number, exponent, power = parts.number, "", parts.number.partition("e")[2]
    if power and _kind(form) == "x":
        number, exponent = parts.number.partition("e")[0], f"×10{str(int(power)).translate(_SUPERSCRIPTS)}"
    prefix = _PREFIXES[parts.power].replace("u", _MICRO)
    return parts.joined(number.replace("-", MINUS) + exponent, prefix)


def _kind(form: str) -> str:
    return _split(form)[0][-1]


def _split(form: str) -> tuple[str, str, str]:
    """How numbers are written, the blank before their unit, and the unit."""
    written, blank, unit = form.partition(" ")
    if not blank and re.fullmatch(_JOINED, written[-1]):
        return written[:-1], "", written[-1]
    return written, blank, unit


def _parts(score: float, form: str) -> _Parts:
    written, blank, unit = _split(form)
    return _number(score, written)._replace(blank=blank, unit=unit)


def _number(score: float, written: str) -> _Parts:
    plain, kind = written[:-1], written[-1]
    match kind:
        case "d":
            if not score.is_integer():
                raise ValueError(f"{score!r} is not a whole number")
            return _Parts(_unsigned_zero(format(int(score), written)))
        case "s":
            return _with_prefix(score, plain)
        case "x":
            return _Parts(_unsigned_zero(format(score, f"{plain}e")))
        case "z":
            text = _unsigned_zero(format(score, f"{plain}f"))
            return _Parts(re.sub(r"^([+-]?)0(?=\.)", r"\1", text))
        case _:
            return _Parts(_unsigned_zero(format(score, written)))


def _with_prefix(score: float, plain: str) -> _Parts:
    """So many digits that count, over a power of a thousand that has a prefix."""
    sign, _, digits = plain.partition(".")
    most = max(1, int(digits))
    exponent = int(format(score, f".{most - 1}e").partition("e")[2])
    power = max(-24, min(24, exponent // 3 * 3))
    number = float(f"{score:.{most - 1}e}") / 10.0**power
    return _Parts(_unsigned_zero(format(number, f"{sign}.{max(0, most - 1 - exponent + power)}f")), power)


def _unsigned_zero(text: str) -> str:
    """The text without its sign if it shows zero."""
    shows_zero = not re.search(r"[1-9]", text.split("e")[0])
    return text.lstrip("+-") if shows_zero else text


def with_minus(text: str) -> str:
    """A text with minus signs if it is a number or a range of them; any other one as it is."""
    return _SIGN.sub(MINUS, text) if _NUMBERS.fullmatch(text) else text


def is_exact(score: float, form: str) -> bool:
    """Whether a format writes a score without rounding it."""
    try:
        number, power, *_ = _parts(float(score), form)
    except ValueError:
        return False
    written = float(number.replace(",", "").rstrip("%")) * 10.0**power / (100 if _kind(form) == "%" else 1)
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
    if form is None:
        return steps_format(ticks)
    _, blank, unit = _split(form)
    usual, kind = f"{steps_format(ticks)}{blank}{unit}", _kind(form)
    tried = (f".{places}{kind}{blank}{unit}" for places in range(kind == "s", 12) if kind in "%szx")
    return next((finer for finer in tried if all(is_exact(tick, finer) for tick in ticks)), usual)


def number_and_unit(form: str) -> tuple[str, str]:
    """How a format writes numbers, and its unit."""
    written, _, unit = _split(form)
    return written, unit


def lends(form: str) -> bool:
    """Whether ticks beside numbers in a format can be written like them: with its kind, its unit or its commas."""
    written, _, unit = _split(form)
    return bool(unit) or "," in written or written[-1] in "%sz"


def format_like(form: str, ticks: tuple[float, ...]) -> str:
    """The format of ticks beside numbers in that one: of its kind, with its unit, and just the decimals they need."""
    written, blank, unit = _split(form)
    comma = "," * ("," in written)
    found = exact_format(f"{comma}.1{_kind(form)}{blank}{unit}", ticks)
    return found if _kind(form) in "%sz" else f"{comma}{found}"


def short_format(numbers: tuple[float, ...]) -> str:
    """The fixed-point format with as many decimals as they need, or as show three digits that count of the largest."""
    largest = max(map(abs, numbers), default=0.0)
    most = 2 - math.floor(math.log10(largest)) if largest else 0
    return f".{max(0, min(most, max(map(_decimals, numbers), default=0)))}f"


def _writes(form: str, ticks: tuple[float, ...], sizes: list[float]) -> bool:
    """Whether a format writes each tick to a billionth of a size."""
    return all(abs(float(format(tick, form)) - tick) <= 1e-9 * size for tick, size in zip(ticks, sizes, strict=True))


def _decimals(tick: float) -> int:
    for places in range(9):
        if Fraction(str(round(tick, places))) == Fraction(str(round(tick, 9))):
            return places
    return 9
