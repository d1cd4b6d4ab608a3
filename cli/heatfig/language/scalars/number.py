"""Numbers and dates."""

import re
from typing import Annotated

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal, written
from heatfig.scales.number_format import LARGEST

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([ T][0-2][0-9]:[0-5][0-9](:[0-5][0-9])?)?)?")
_DEGREES = -90, 90
_POINTS = 1, 200
_DOTS = 10, 4800


def read_number(node: Scalar) -> float:
    """A number as YAML 1.2 has it, within what can be drawn."""
    text = written(node, "a number")
    if not text.plain:
        raise Refusal("wrong-type", f"expected a number, got the quoted text '{text}'", "leave out the quotes")
    if not _NUMBER.fullmatch(text):
        raise Refusal("wrong-type", f"expected a finite number, got '{text}'")
    if abs(float(text)) > LARGEST:
        raise Refusal("wrong-type", f"the number '{text}' is too large", f"from -{LARGEST:g} to {LARGEST:g}")
    return float(text)


def _limit(node: Scalar) -> float | str:
    """A number, or a date as it is written."""
    if _NUMBER.fullmatch(written(node, "a number or a date")):
        return read_number(node)
    if not _DATE.fullmatch(node):
        raise Refusal("wrong-type", f"expected a number or a date, got '{node}'", "such as 0.5 or 2026-11-27")
    return str(node)


def _integer(node: Scalar) -> int:
    number = read_number(node)
    if number != int(number):
        raise Refusal("wrong-type", f"expected a whole number, got '{node}'")
    return int(number)


def _count(node: Scalar) -> int:
    number = _integer(node)
    if number < 1:
        raise Refusal("out-of-bounds", f"expected a whole number above 0, got '{node}'")
    return number


def _degrees(node: Scalar) -> float:
    degrees = read_number(node)
    if not _DEGREES[0] <= degrees <= _DEGREES[1]:
        raise Refusal("bad-rotation", f"{node} degrees are out of bounds", "from -90 to 90, or auto")
    return degrees


def _points(node: Scalar) -> float:
    return _between(read_number(node), *_POINTS, "points")


def _dots(node: Scalar) -> int:
    return int(_between(_integer(node), *_DOTS, "dpi"))


def _between(number: float, least: float, most: float, unit: str) -> float:
    if not least <= number <= most:
        message = f"{number:g} {unit} are out of bounds"
        raise Refusal("out-of-bounds", message, f"from {least} to {most} {unit}")
    return number


def _bounded(kind: str, bounds: tuple[int, int]) -> dict[str, object]:
    return {"type": kind, "minimum": bounds[0], "maximum": bounds[1]}


Number = Annotated[float, Atom("number", "numbers", read_number, {"type": "number"})]
Limit = Annotated[
    float | str,
    Atom(
        "number or date",
        "numbers or dates",
        _limit,
        {"anyOf": [{"type": "number"}, {"type": "string", "pattern": f"^({_DATE.pattern})$"}]},
    ),
]
Integer = Annotated[int, Atom("whole number", "whole numbers", _integer, {"type": "integer"})]
Count = Annotated[int, Atom("whole number above 0", "whole numbers above 0", _count, {"type": "integer", "minimum": 1})]
Degrees = Annotated[
    float, Atom("number from -90 to 90", "numbers from -90 to 90", _degrees, _bounded("number", _DEGREES))
]
Points = Annotated[float, Atom("number from 1 to 200", "numbers from 1 to 200", _points, _bounded("number", _POINTS))]
Dots = Annotated[
    int,
    Atom("whole number from 10 to 4800", "whole numbers from 10 to 4800", _dots, _bounded("integer", _DOTS)),
]
