"""Number formats, and forms of dates."""

import re
from typing import Annotated

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal, written
from heatfig.scales.number_format import FORMAT

DATE_FORM = re.compile(r"[^%]*(%[YymbBdjaAHIpMS][^%]*)+")  # directives that mean the same everywhere
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


FORMAT_SCHEMA = {"type": "string", "pattern": f"^({FORMAT.pattern})$"}
_DATE_FORM_SCHEMA = {"type": "string", "pattern": f"^({DATE_FORM.pattern})$"}
_OF_AXIS = Atom(
    "format of numbers or dates",
    "formats of numbers or dates",
    axis_format,
    {"anyOf": [FORMAT_SCHEMA, _DATE_FORM_SCHEMA]},
)

Format = Annotated[str, Atom("number format", "number formats", number_format, FORMAT_SCHEMA)]
AxisFormat = Annotated[str, _OF_AXIS]
