"""Numbers and texts: how columns say them, and how they are written for people."""

import math
import re
import unicodedata
from datetime import datetime
from decimal import Decimal
from typing import Any

import pandas as pd

ABSENT = "–"  # a number that there is none of
DIVIDED = "division by zero"  # stands where a verb divided by zero
OF_NONE = "logarithm of no positive number"
REASONS = (DIVIDED, OF_NONE)

_FIELD = re.compile(r"\{\{|\}\}|\{([^{}:]+)(?::([^{}]+))?\}")
_COMMAND = re.compile(r"\\([A-Za-z]+) ?")


def number(score: float, form: str | None) -> str:
    """A score in a format, or shortest exact, with a true minus sign; never one before zero."""
    form, _, unit = (form or "").partition(" ")
    if form[-1:] == "s":
        mantissa, prefix = _engineered(score, int(form.strip("+.s")), "+" if form[0] == "+" else "")
        return f"{mantissa} {prefix}{unit}" if unit else mantissa + prefix
    if form[-1:] == "x":
        mantissa, _, power = format(score, f"{form[:-1]}e").partition("e")
        text = mantissa.replace("-", "−") + "×10" + "".join(SUPERSCRIPTS[each] for each in str(int(power)))
    elif form[-1:] == "z":
        text = re.sub(r"(?<![0-9])0[.]", ".", number(score, f"{form[:-1]}f"))
    else:
        text = _plain(score, form or None)
    return f"{text} {unit}" if unit else text


SUPERSCRIPTS = dict(zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
PREFIXES = dict(zip(range(-5, 6), "fpnµm kMGTP", strict=True))


def _engineered(score: float, digits: int, sign: str) -> tuple[str, str]:
    """So many digits that count, and the prefix of a power of a thousand."""
    exact_score = Decimal(f"{score:.{digits - 1}e}")
    thousands = exact_score.adjusted() // 3 if score else 0
    small = exact_score.scaleb(-3 * thousands)
    return f"{small:{sign}.{max(0, digits - 1 - small.adjusted())}f}".replace("-", "−"), PREFIXES[thousands].strip()


def _plain(score: float, form: str | None) -> str:
    if form == "d":
        form = ".0f"
    text = format(score, form) if form else repr(score).removesuffix(".0")
    return text.replace("-", "−") if float(text.rstrip("%").replace(",", "")) else text.lstrip("-")


def short_form(numbers: list[float]) -> str:
    """The format with no more decimals than the numbers need, or than show three digits of the largest."""
    largest = Decimal(repr(max(map(abs, numbers), default=0.0)))
    most = max(0, 2 - largest.adjusted()) if largest else 0
    needed = next((places for places in range(9) if all(round(each, places) == each for each in numbers)), 9)
    return f".{min(most, needed)}f"


def in_ascii(score: float, form: str | None) -> str:
    """The same as a machine reads it."""
    form, _, unit = (form or "").partition(" ")
    if form[-1:] == "x":
        return " ".join(filter(None, (number(score, f"{form[:-1]}e").replace("−", "-"), unit)))
    return number(score, f"{form} {unit}" if unit else form or None).replace("−", "-").replace("µ", "u")


def exact(score: float) -> str:
    """A number as a column holds it."""
    return repr(float(score)).removesuffix(".0")


def value_of(text: str) -> float:
    """The number of a text, with whichever decimal mark; NaN for none."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return math.nan


def shown_as(held: Any, form: str | None) -> str:
    """A number, a date or a text as a template shows it."""
    if held is None:
        return ABSENT
    if not isinstance(held, str):
        return number(held, form)
    if not form or not held:
        return held.replace("-", "−") if re.fullmatch(r"-[0-9.]+", held) else held
    if re.search("%[A-Za-z]", form):
        return datetime.fromisoformat(held).strftime(form)
    return number(value_of(held), form)


def instant(text: str, form: str | None) -> float:
    """A number, or the seconds of a date in its form."""
    bare = text.replace("−", "-").replace(",", "")
    try:
        return float(bare.rstrip("%")) / (100 if bare.endswith("%") else 1)
    except ValueError:
        full = text + "-01-01"[len(text) - 4 :] if len(text) in {4, 7} else text  # a year, or a month of it
        return (datetime.strptime(text, form) if form else datetime.fromisoformat(full)).timestamp()


def values_of(column: "pd.Series[str]") -> "pd.Series[float]":
    """The numbers of a column."""
    return column.map(value_of).astype(float)


def fields_in(template: str) -> list[tuple[str, str | None]]:
    """The fields of a template, each with its number format."""
    return [(found[1], found[2]) for found in _FIELD.finditer(template) if found[1]]


def filled(template: str, texts: dict[tuple[str, str | None], str]) -> str:
    """A template with texts in place of its fields."""
    return _FIELD.sub(lambda found: texts[found[1], found[2]] if found[1] else found[0][0], template)


def letters(text: str) -> str:
    """The characters of a text without spaces; where two dollars make it math in no telling order, without signs."""
    bare = text.replace(r"\$", "")
    if bare.count("$") < 2:
        return "".join(text.replace(r"\$", "$").split())
    shown = _COMMAND.sub(_greek, text.replace(r"\$", "\0").replace("$", "")).replace("\0", "$")
    return "".join(sorted("".join(re.sub(r"[\\^_{}]", "", shown).split())))


def _greek(command: re.Match[str]) -> str:
    if command[1] == "frac":
        return ""
    size = "CAPITAL" if command[1][0].isupper() else "SMALL"
    return unicodedata.lookup(f"GREEK {size} LETTER {command[1].upper()}")
