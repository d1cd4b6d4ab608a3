"""The scalar types of the language: each reads the text that was written by the rules of its place."""

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from heatfig.diagnostics.codes import Code
from heatfig.language.nodes import Mapping, Scalar, Sequence
from heatfig.runtime.text import CONTROL
from heatfig.scales.number_format import FORMAT, LARGEST

LONGEST_NUMBER = 20
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_FORMAT_WITHIN = re.compile(r"(?:%|\{\w*:)?(\+?)\.?([0-9]{1,2}[fge%])\}?")  # as in "%.2f", "{:.2f}" and "2f"
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?(pt|in|cm|mm)")


def refuse(code: Code, message: str, hint: str = "") -> PydanticCustomError:
    """An error of one value, with its mend; braces in the texts stand for themselves."""
    return PydanticCustomError(code, "{message}", {"message": message, "hint": hint})


def scalar(value: Any, wanted: str) -> Scalar:
    """The scalar itself, refusing lists, mappings and nothing at all."""
    if not isinstance(value, Scalar):
        raise refuse("wrong-type", f"expected {wanted}, got {kind_name(value)}")
    if value.plain and value in {"", "~"}:
        hint = "leave its key out too; # begins a comment unless it stands in quotes"
        raise refuse("wrong-type", f"expected {wanted}, got nothing", hint)
    return value


def kind_name(value: Any) -> str:
    """What a value is, in the words of YAML."""
    match value:
        case Mapping():
            return "a mapping"
        case Sequence():
            return "a list"
        case Scalar(plain=True) if value in {"", "~"}:
            return "nothing"
        case _:
            return f"'{value}'"


def _text(value: Any) -> str:
    return printable(str(scalar(value, "a text")))


def printable(text: str) -> str:
    """The text, refused if it holds a control character other than a tab or a newline."""
    found = CONTROL.search(text)
    if found:
        message = f"the text holds the control character U+{ord(found.group()):04X}"
        raise refuse("control-character", message, "take it out; in double quotes a backslash is written twice")
    return text


def _number(value: Any) -> float:
    text = scalar(value, "a number")
    if not text.plain:
        raise refuse("wrong-type", f"expected a number, got the quoted text '{text}'", "leave out the quotes")
    if not _NUMBER.fullmatch(text):
        raise refuse("wrong-type", f"expected a finite number, got '{text}'")
    if abs(float(text)) > LARGEST:
        raise refuse("wrong-type", f"the number '{text}' is too large", f"from -{LARGEST:g} to {LARGEST:g}")
    return float(text)


def _integer(value: Any) -> int:
    number = _number(value)
    if number != int(number):
        raise refuse("wrong-type", f"expected a whole number, got '{value}'")
    return int(number)


def _version(value: Any) -> str:
    _number(value)
    if value != "1":
        raise refuse("unknown-word", f"this heatfig reads version 1 of the language, not {value}", "heatfig: 1")
    return "1"


def _boolean(value: Any) -> bool:
    text = scalar(value, "true or false")
    if not text.plain or text not in {"true", "false"}:
        raise refuse("wrong-type", f"expected true or false, got '{text}'")
    return text == "true"


def _length(value: Any) -> float:
    text = scalar(value, "a length")
    found = _LENGTH.fullmatch(text)
    if not found or len(found[1]) > LONGEST_NUMBER:
        raise refuse("bad-length", f"expected a length, got '{text}'", "a number with mm, cm, in or pt, such as 85mm")
    return float(found[1]) * POINTS[found[2]]


def _format(value: Any) -> str:
    text = scalar(value, "a number format")
    if not FORMAT.fullmatch(text):
        meant = _FORMAT_WITHIN.fullmatch(text)
        hint = f"write {meant[1]}.{meant[2]}" if meant else "such as .2f, .0%, .3g, +.1f or d"
        raise refuse("bad-format", f"'{text}' is not a number format", f"{hint}; a format holds no text and no code")
    return str(text)


def _rotation(value: Any) -> float | str:
    if value == "auto":
        return "auto"
    degrees = _number(value)
    if not -90 <= degrees <= 90:
        raise refuse("bad-rotation", f"{value} degrees are out of bounds", "from -90 to 90, or auto")
    return degrees


def by_kind(value: Any) -> str:
    """The tag that tells a union's forms apart: by the YAML kind of the value alone."""
    match value:
        case dict() | BaseModel():
            return "mapping"
        case list():
            return "list"
        case _:
            return "word"


def sugar(rewrite: Callable[[Any], Any], *also: dict[str, Any]) -> BeforeValidator:
    """Rewrites a short form to the full one before validation; `also` are the short forms' schemas."""
    return _Sugar(rewrite, also)


def one_or_more(*also: dict[str, Any]) -> BeforeValidator:
    """A list that may be written as its only item; `also` are schemas of short forms of an item."""
    return _Sugar(_listed, also, item_too=True)


class _Sugar(BeforeValidator):
    def __init__(self, rewrite: Callable[[Any], Any], also: tuple[dict[str, Any], ...], item_too: bool = False) -> None:
        super().__init__(rewrite)
        object.__setattr__(self, "also", also)
        object.__setattr__(self, "item_too", item_too)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        full = handler(core)
        short: tuple[dict[str, Any], ...] = self.also  # type: ignore[attr-defined]  # set on the frozen dataclass above
        forms = full.get("anyOf", [full]) if self.item_too else []  # type: ignore[attr-defined]  # likewise
        items = [form["items"] for form in forms if "items" in form]
        return {"anyOf": [*short, *items, full]}


def _listed(value: Any) -> Any:
    if value is None or isinstance(value, Sequence):
        return value
    items = Sequence([value])
    if hasattr(value, "span"):
        items.span = value.span
    return items


TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
FORMAT_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^({FORMAT.pattern})$"}
NUMBER_SCHEMA: dict[str, Any] = {"type": "number"}

Label = Annotated[str, BeforeValidator(_text), WithJsonSchema(TEXT_SCHEMA)]
Name = Annotated[str, BeforeValidator(_text), WithJsonSchema(TEXT_SCHEMA)]
Number = Annotated[float, BeforeValidator(_number), WithJsonSchema(NUMBER_SCHEMA)]
Integer = Annotated[int, BeforeValidator(_integer), WithJsonSchema({"type": "integer"})]
Boolean = Annotated[bool, BeforeValidator(_boolean), WithJsonSchema({"type": "boolean"})]
VersionOne = Annotated[Literal["1"], BeforeValidator(_version), WithJsonSchema({"const": 1})]
Length = Annotated[
    float,
    BeforeValidator(_length),
    WithJsonSchema({"type": "string", "pattern": f"^({_LENGTH.pattern})$", "examples": ["85mm", "3.25in"]}),
]
Rotation = Annotated[
    float | str,
    BeforeValidator(_rotation),
    WithJsonSchema({"anyOf": [{"const": "auto"}, {"type": "number", "minimum": -90, "maximum": 90}]}),
]
Format = Annotated[str, BeforeValidator(_format), WithJsonSchema(FORMAT_SCHEMA)]
