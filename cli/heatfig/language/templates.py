"""Templates: texts with fields in braces, each with an optional number format; they hold no code."""

import re
from typing import Annotated

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar, scalar_at
from heatfig.language.scalars import ColumnRef, FieldRef
from heatfig.language.scalars.formats import FORMAT_SCHEMA, axis_format, number_format
from heatfig.language.scalars.refusal import Refusal, printable, written
from heatfig.language.scalars.text import TEXT_SCHEMA
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import VALUE

_PART = re.compile(
    r"(?P<brace>\{\{|\}\})|\{(?P<field>[^{}:]*)(?::(?P<format>[^{}]*))?\}|(?P<stray>[{}])|(?P<text>[^{}]+)"
)
_COLUMN_PART = re.compile(r"(?P<brace>\{\{|\}\})|\{(?P<column>[^{}]*)\}|(?P<stray>[{}])|(?P<text>[^{}]+)")

_BARE_FORMAT = re.compile(r"\+?,?\.[0-9]+[feg%]")


@dataclass(frozen=True)
class Placeholder:
    """A field of a template and its number format; without a format its number is written exactly."""

    field: FieldRef
    format: str | None

    def __str__(self) -> str:
        return f"{{{self.field}{f':{self.format}' if self.format is not None else ''}}}"


@dataclass(frozen=True)
class Template:
    """A template of fields of cells: texts and placeholders in order."""

    parts: tuple[str | Placeholder, ...]

    @property
    def fields(self) -> tuple[Placeholder, ...]:
        """The fields, in order."""
        return tuple(part for part in self.parts if isinstance(part, Placeholder))

    def __str__(self) -> str:
        return "".join(_doubled(part) if isinstance(part, str) else str(part) for part in self.parts)


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def template(node: Scalar) -> Template:
    """Read a text as a template of fields."""
    text = printable(written(node, "a text"))
    if _BARE_FORMAT.fullmatch(text):
        raise Refusal(
            "bad-format", f"'{text}' is a number format, and no field stands in it", f"write {{{VALUE}:{text}}}"
        )
    return Template(tuple(_part(found, node) for found in _PART.finditer(text)))


def _literal(found: re.Match[str]) -> str | None:
    """A part as plain text; None if it is a field."""
    if found["stray"]:
        raise Refusal("bad-format", f"a lone {found['stray']} in a template", "{{ and }} are braces of the text")
    return found["brace"][0] if found["brace"] else found["text"]


def _part(found: re.Match[str], node: Scalar) -> str | Placeholder:
    literal = _literal(found)
    if literal is not None:
        return literal
    if not found["field"]:
        form = f":{found['format']}" if found["format"] else ""
        raise Refusal("bad-format", "a field without a name", f"write {{{VALUE}{form}}} for the score")
    written_format = found["format"]
    if written_format is not None:
        part = scalar_at(written_format, node.span)
        number_format(part)
    return Placeholder(FieldRef(found["field"]), written_format)


@dataclass(frozen=True)
class ColumnTemplate:
    """A template of columns of rows: texts and columns in order."""

    parts: tuple[str | ColumnRef, ...]


def column_template(node: Scalar) -> ColumnTemplate:
    """Read a text as a template of columns."""
    text = printable(written(node, "a text"))
    return ColumnTemplate(tuple(_column_part(found, node) for found in _COLUMN_PART.finditer(text)))


def _column_part(found: re.Match[str], node: Scalar) -> str | ColumnRef:
    literal = _literal(found)
    if literal is not None:
        return literal
    name, colon, form = found["column"].rpartition(":")
    name, form = (name, form) if colon else (form, "")
    if not name:
        raise Refusal("bad-format", "a column without a name", "write {COLUMN} for its text")
    named = ColumnRef(name)
    named.holds = "any"
    named.form = axis_format(scalar_at(form, node.span)) if colon else None
    return named


def short_template(node: Scalar) -> Template | str:
    """Read the short form: a number format for the value, or a template with a field."""
    return template(node) if "{" in node else number_format(node)


def template_of(node: Scalar) -> Scalar:
    """The template that the short form stands for."""
    if "{" in node:
        return node
    full = scalar_at(f"{{{VALUE}:{node}}}", node.span)
    full.plain = False
    return full


TEMPLATE = Annotated[Template, Atom("template", "templates", template, TEXT_SCHEMA)]
COLUMN_TEMPLATE = Annotated[ColumnTemplate, Atom("template", "templates", column_template, TEXT_SCHEMA)]
SHORT_TEMPLATE = Atom(
    "number format or template",
    "number formats or templates",
    short_template,
    {"anyOf": [FORMAT_SCHEMA, {"type": "string", "pattern": r"\{"}]},
)
