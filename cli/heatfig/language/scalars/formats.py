"""Number formats, and forms of dates."""

import re
from typing import Annotated

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal, written
from heatfig.language.scalars.text import read_label
from heatfig.scales.number_format import FORMAT

DATE_FORM = re.compile(r"[^%]*(%[YymbBdjaAHIpMS][^%]*)+")  # directives that mean the same everywhere
_DIRECTIVE = re.compile(r"%.?", re.DOTALL)
_READ_DATES = [f"%{letter}" for letter in "YymbBdjaAHIpMSfzGVuUWw%"]
_FORMAT_WITHIN = re.compile(r"(?:%|\{\w*:)?(\+?)\.?([0-9]{1,2})([fge%])?\}?")  # as in "%.2f", "{:.2f}", "2f" and ".2"
_SOME_FORMATS = "such as .2f, .0%, .3g, .3s, .1x, d or, with a sign and a unit, +.1f ms"


def number_format(node: Scalar) -> str:
    """A number format, as it stands."""
    text = written(node, "a number format")
    if not FORMAT.fullmatch(text):
        meant = _FORMAT_WITHIN.fullmatch(text)
        hint = f"write {meant[1]}.{meant[2]}{meant[3] or 'f'}" if meant else _SOME_FORMATS
        raise Refusal("bad-format", f"'{text}' is not a number format", hint)
    return str(text)


def axis_format(node: Scalar) -> str:
    """A number format, or a form of dates, as it stands."""
    text = written(node, "a number format or a form of dates")
    if "%" in text and not text.endswith("%") and not DATE_FORM.fullmatch(text):
        hint = "such as '%b %Y', of %Y %y %m %b %B %d %j %a %A %H %I %p %M %S"
        raise Refusal("bad-format", f"'{text}' is not a form of dates", hint)
    return str(text) if DATE_FORM.fullmatch(text) else number_format(node)


def _date_form(node: Scalar) -> str:
    """The form in which dates are written, with directives that mean the same everywhere, each once."""
    text = read_label(node)
    directives = _DIRECTIVE.findall(text)
    wrong = [one for one in directives if one not in _READ_DATES]
    if wrong or not set(directives) - {"%%"}:
        message = f"'{text}' is not a form of dates" + (f": nothing is written as {wrong[0]}" if wrong else "")
        raise Refusal("bad-format", message, f"such as '%d.%m.%Y', of {' '.join(_READ_DATES)}")
    if twice := next((one for one in directives if directives.count(one) > 1 and one != "%%"), None):
        raise Refusal("bad-format", f"{twice} occurs in '{text}' twice", "each part of a date is written once")
    return text


FORMAT_SCHEMA = {"type": "string", "pattern": f"^({FORMAT.pattern})$"}
_DATE_FORM_SCHEMA = {"type": "string", "pattern": f"^({DATE_FORM.pattern})$"}
_OF_AXIS = Atom(
    "format of numbers or dates",
    "formats of numbers or dates",
    axis_format,
    {"anyOf": [FORMAT_SCHEMA, _DATE_FORM_SCHEMA]},
)

Format = Annotated[str, Atom("number format", "number formats", number_format, FORMAT_SCHEMA)]
DateForm = Annotated[str, Atom("form of dates", "forms of dates", _date_form, {"type": "string"})]
AxisFormat = Annotated[str, _OF_AXIS]
