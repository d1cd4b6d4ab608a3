"""The scalars of the language: each reads the text that was written by the rules of its place."""

import re
from typing import Annotated, Any

from heatfig.diagnostics import nearest
from heatfig.diagnostics.codes import Code
from heatfig.language.forms import Atom, Holds
from heatfig.language.nodes import Scalar, is_nothing
from heatfig.language.venues import venues
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.text import CONTROL
from heatfig.scales.number_format import FORMAT, LARGEST

LONGEST_NUMBER = 20
LONGEST_PATTERN = 200  # characters: to look for it in a text may take the product of both
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
VERSION = "2"
_FORMAT_WITHIN = re.compile(r"(?:%|\{\w*:)?(\+?)\.?([0-9]{1,2})([fge%])?\}?")  # as in "%.2f", "{:.2f}", "2f" and ".2"
_SOME_FORMATS = "such as .2f, .0%, .3g, .3s, .1x, d or, with a sign and a unit, +.1f ms"
DATE_FORM = re.compile(r"[^%]*(%[YymbBdjaAHIpMS][^%]*)+")  # directives that mean the same everywhere
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([ T][0-2][0-9]:[0-5][0-9](:[0-5][0-9])?)?)?")
_OF_VENUE = re.compile(r"(?:([0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?)?(columnwidth|textwidth)")
_TAGS = re.compile(r"[^A-Za-z0-9]*[aAiI1][^A-Za-z0-9]*")
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?(pt|in|cm|mm)")


class Refusal(Exception):
    """Why a text is no value of its place, and its mend."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def written(node: Scalar, wanted: str) -> Scalar:
    """The scalar itself, refused where nothing was written."""
    if is_nothing(node):
        hint = "leave its key out too; # begins a comment unless it stands in quotes"
        raise Refusal("wrong-type", f"expected {wanted}, got nothing", hint)
    return node


def printable(text: str) -> str:
    """The text, refused if it holds a control character other than a tab or a newline."""
    found = CONTROL.search(text)
    if found:
        message = f"the text holds the control character U+{ord(found.group()):04X}"
        raise Refusal("control-character", message, "take it out; in double quotes a backslash is written twice")
    return text


def _label(node: Scalar) -> str:
    return printable(str(written(node, "a text")))


def _pattern(node: Scalar) -> str:
    if len(node) > LONGEST_PATTERN and not set(node).isdisjoint("*?"):
        message = f"a pattern of {len(node):,} characters"
        raise Refusal("too-large", message, f"at most {LONGEST_PATTERN}; `*` stands for any number of them")
    return _label(node)


def _text(node: Scalar) -> str:
    if node.plain and node == "none":
        raise Refusal(
            "unknown-word", "`none` is no text here", 'write "" for no text, or "none" in quotes for the word'
        )
    return _label(node)


def _tags(node: Scalar) -> str:
    text = _text(node)
    if not _TAGS.fullmatch(text):
        raise Refusal("wrong-type", f"'{text}' is no first tag", "such as (a), A, 1. or i)")
    return text


def _number(node: Scalar) -> float:
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
        return _number(node)
    if not _DATE.fullmatch(node):
        raise Refusal("wrong-type", f"expected a number or a date, got '{node}'", "such as 0.5 or 2026-11-27")
    return str(node)


def _integer(node: Scalar) -> int:
    number = _number(node)
    if number != int(number):
        raise Refusal("wrong-type", f"expected a whole number, got '{node}'")
    return int(number)


def _version(node: Scalar) -> str:
    _number(node)
    if node != VERSION:
        message = f"this heatfig reads version {VERSION} of the language, not {node}"
        raise Refusal("unknown-word", message, f"heatfig: {VERSION}; each key that has another name now is told")
    return VERSION


def _boolean(node: Scalar) -> bool:
    text = written(node, "true or false")
    if not text.plain or text not in {"true", "false"}:
        raise Refusal("wrong-type", f"expected true or false, got '{text}'")
    return text == "true"


def _length(node: Scalar) -> float:
    text = written(node, "a length")
    found = _LENGTH.fullmatch(text)
    if not found or len(found[1]) > LONGEST_NUMBER:
        raise Refusal("bad-length", f"expected a length, got '{text}'", "a number with mm, cm, in or pt, such as 85mm")
    return float(found[1]) * POINTS[found[2]]


def _share(node: Scalar) -> "Share":
    text = written(node, "a share")
    found = _SHARE.fullmatch(text)
    if not found or not 0 < float(found[1]) <= 100:
        raise Refusal("bad-length", f"expected a share, got '{text}'", "a length such as 30mm, or a share up to 100%")
    return Share(float(found[1]) / 100)


@dataclass(frozen=True)
class OfVenue:
    """A part of the width of a venue's column, or of its text."""

    of: str
    part: float


def _width(node: Scalar) -> float | OfVenue:
    found = _OF_VENUE.fullmatch(written(node, "a width"))
    if found:
        return OfVenue(found[2], float(found[1] or 1))
    try:
        return _length(node)
    except Refusal as refusal:
        raise Refusal(
            refusal.code,
            refusal.message,
            f"{refusal.hint}; or columnwidth, textwidth or a part of one, such as 0.5 textwidth",
        ) from None


def _venue(node: Scalar) -> str:
    name = str(written(node, "a venue"))
    if name not in venues():
        raise Refusal(
            "unknown-word", f"no venue is named '{name}'", nearest(name, venues(), "") or "the reference lists them"
        )
    return name


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


def _degrees(node: Scalar) -> float:
    degrees = _number(node)
    if not -90 <= degrees <= 90:
        raise Refusal("bad-rotation", f"{node} degrees are out of bounds", "from -90 to 90, or auto")
    return degrees


class FileRef(str):
    """The path of a file, relative to the folder of the spec."""


class FilePattern(FileRef):
    """The path of a file, or a pattern of such paths."""


def _file(node: Scalar) -> FileRef:
    return FileRef(_label(node))


class PaletteFile(FileRef):
    """The path of a file of categories and their colours."""


def _palette_file(node: Scalar) -> PaletteFile:
    path = _label(node)
    if not path.lower().endswith(".csv"):
        raise Refusal("wrong-type", f"expected a .csv file, got '{path}'")
    return PaletteFile(path)


def _files(node: Scalar) -> FilePattern:
    return FilePattern(_label(node))


class ColumnRef(str):
    """The name of a column of the score files; `holds` says what the language reads in it.

    In a template of columns `form` is the format in which it is written there. `said` is the name that the spec has for
    it, where that is another.
    """

    holds: Holds
    form: str | None = None
    said: str | None = None


class FieldRef(ColumnRef):
    """What a cell holds: its value, or the one value of a column."""

    holds: Holds = "texts"


def column(holds: Holds) -> Atom:
    """The form of a column's name."""
    return _named(ColumnRef, "column", "columns", holds)


def _named(cls: type[ColumnRef], one: str, many: str, holds: Holds) -> Atom:
    def read(node: Scalar) -> ColumnRef:
        named = cls(printable(written(node, f"a {one}")))
        named.holds = holds
        return named

    return Atom(one, many, read, TEXT_SCHEMA, free=True)


def column_of(name: str, holds: Holds) -> ColumnRef:
    """A column that the language reads so."""
    column = ColumnRef(name)
    column.holds = holds
    return column


class Share(float):
    """A share of something else, such as of the side of a grid."""

    def __str__(self) -> str:
        return f"{100 * self:g}%"


TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
LENGTH_SCHEMA = {"type": "string", "pattern": f"^({_LENGTH.pattern})$", "examples": ["85mm", "3.25in"]}
WIDTH_SCHEMA = {
    "type": "string",
    "pattern": f"^({_LENGTH.pattern}|{_OF_VENUE.pattern})$",
    "examples": ["85mm", "columnwidth"],
}
TAGS_SCHEMA = {"type": ["string", "number"], "examples": ["(a)", "A", "1."]}
DATE_SCHEMA = {"type": "string", "pattern": f"^({_DATE.pattern})$"}
DATE_FORM_SCHEMA = {"type": "string", "pattern": f"^({DATE_FORM.pattern})$"}
FORMAT_SCHEMA = {"type": "string", "pattern": f"^({FORMAT.pattern})$"}
DEGREES_SCHEMA = {"type": "number", "minimum": -90, "maximum": 90}

_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)%")
SHARE_SCHEMA = {"type": "string", "pattern": f"^({_SHARE.pattern})$"}

LENGTH = Atom("length", "lengths", _length, LENGTH_SCHEMA)
LABEL = Atom("label", "labels", _label, TEXT_SCHEMA, free=True)

Label = Annotated[str, LABEL]  # a label of the data, or what is compared with one
Pattern = Annotated[str, Atom("label", "labels", _pattern, TEXT_SCHEMA, free=True)]  # a label, or a pattern of some
Color = Annotated[str, Atom("colour", "colours", _label, TEXT_SCHEMA)]
ColormapName = Annotated[str, Atom("colormap's name", "names of colormaps", _label, TEXT_SCHEMA)]
FontName = Annotated[str, Atom("font family", "font families", _label, TEXT_SCHEMA)]
File = Annotated[FileRef, Atom("path", "paths", _file, TEXT_SCHEMA, free=True, path=True)]
Files = Annotated[FilePattern, Atom("path", "paths", _files, TEXT_SCHEMA, free=True, path=True)]
Palette = Annotated[PaletteFile, Atom("path", "paths", _palette_file, TEXT_SCHEMA, path=True)]
Tags = Annotated[str, Atom("pattern of tags", "patterns of tags", _tags, TAGS_SCHEMA)]
PanelName = Annotated[str, Atom("panel's name", "names of panels", _text, TEXT_SCHEMA)]
Text = Annotated[str, Atom("text", "texts", _text, TEXT_SCHEMA)]  # a text of the user's own
Number = Annotated[float, Atom("number", "numbers", _number, {"type": "number"})]
Limit = Annotated[
    float | str, Atom("number or date", "numbers or dates", _limit, {"anyOf": [{"type": "number"}, DATE_SCHEMA]})
]
Integer = Annotated[int, Atom("whole number", "whole numbers", _integer, {"type": "integer"})]
Boolean = Annotated[bool, Atom("`true` or `false`", "`true` or `false`", _boolean, {"type": "boolean"})]
Version = Annotated[str, Atom(f"`{VERSION}`", f"`{VERSION}`", _version, {"const": int(VERSION)})]
Width = Annotated[
    float | OfVenue, Atom("length or `0.5 textwidth`", "lengths or `0.5 textwidth`", _width, WIDTH_SCHEMA)
]
VenueName = Annotated[str, Atom("venue", "venues", _venue, {"type": "string"})]
Length = Annotated[float, LENGTH]
Percent = Annotated[Share, Atom("share", "shares", _share, SHARE_SCHEMA)]
Format = Annotated[str, Atom("number format", "number formats", number_format, FORMAT_SCHEMA)]
AxisFormat = Annotated[
    str,
    Atom(
        "format of numbers or dates",
        "formats of numbers or dates",
        axis_format,
        {"anyOf": [FORMAT_SCHEMA, DATE_FORM_SCHEMA]},
    ),
]
Degrees = Annotated[float, Atom("number from -90 to 90", "numbers from -90 to 90", _degrees, DEGREES_SCHEMA)]
Labels = Annotated[ColumnRef, column("labels")]
Numbers = Annotated[ColumnRef, column("numbers")]
Flags = Annotated[ColumnRef, column("flags")]
Texts = Annotated[ColumnRef, column("texts")]
AnyColumn = Annotated[ColumnRef, column("any")]
NewColumn = Annotated[str, Atom("column's name", "names of columns", _label, TEXT_SCHEMA, free=True)]
Field = Annotated[FieldRef, _named(FieldRef, "field", "fields", "labels")]
NumberField = Annotated[FieldRef, _named(FieldRef, "field", "fields", "numbers")]
AnyField = Annotated[FieldRef, _named(FieldRef, "field", "fields", "any")]
