"""Types of the language in plain words, short forms included."""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from heatfig.language.scalars import (
    FORMAT_SCHEMA,
    NUMBER_SCHEMA,
    TEXT_SCHEMA,
    Boolean,
    Format,
    Integer,
    Label,
    Length,
    Number,
    Rotation,
)

Form = tuple[str, str]  # what a value may be, in the singular and in the plural
Links = Mapping[type[BaseModel], str]  # where each mapping is described

_SCALARS: tuple[tuple[Any, Form], ...] = (
    (Label, ("text", "texts")),
    (Number, ("number", "numbers")),
    (Integer, ("whole number", "whole numbers")),
    (Boolean, ("`true` or `false`", "`true` or `false`")),
    (Length, ("length", "lengths")),
    (Format, ("number format", "number formats")),
    (Rotation, ("number from -90 to 90 or `auto`", "numbers from -90 to 90 or `auto`")),
)
_SCHEMAS: tuple[tuple[Any, Form], ...] = (
    (TEXT_SCHEMA, ("text", "texts")),
    (NUMBER_SCHEMA, ("number", "numbers")),
    (FORMAT_SCHEMA, ("number format", "number formats")),
)


def in_words(hint: Any, links: Links) -> str:
    """The forms that a value of this type may take."""
    return _listed(form[0] for form in _forms(hint, links))


def models_in(hint: Any) -> Iterator[type[BaseModel]]:
    """The mappings that a type is made of."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for inner in get_args(hint):
        yield from models_in(inner)


def _forms(hint: Any, links: Links) -> list[Form]:
    known = [form for scalar, form in _SCALARS if hint == scalar]
    if known:
        return known
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            shorts = [form for extra in hint.__metadata__ for form in _short_forms(extra, inner[0], links)]
            return [*shorts, *_forms(inner[0], links)]
        case origin if origin in {Union, UnionType}:
            return [form for member in inner if member is not type(None) for form in _forms(member, links)]
        case origin if origin is Literal:
            return _words(inner)
        case origin if origin is list:
            return [_list_of(_forms(inner[0], links))]
        case origin if origin is dict:
            return [_mapping_of(_forms(inner[0], links), _forms(inner[1], links))]
        case _:
            return [(f"[mapping]({links[hint]})", f"[mappings]({links[hint]})")]


def _short_forms(extra: Any, full: Any, links: Links) -> Iterator[Form]:
    """The words for the short forms that an annotation adds: one item of a list, or what a JSON Schema says."""
    for schema in getattr(extra, "also", ()):
        yield from _of_schema(schema)
    if getattr(extra, "item_too", False):
        for member in (full, *get_args(full)):
            if get_origin(member) is list:
                yield from _forms(get_args(member)[0], links)


def _of_schema(schema: Mapping[str, Any]) -> list[Form]:
    if "const" in schema:
        return _words([schema["const"]])
    if "enum" in schema:
        return _words(schema["enum"])
    if "items" in schema:
        one, many = _list_of(_of_schema(schema["items"]))
        return [(one.replace("list of", "list of two"), many)] if schema.get("maxItems") == 2 else [(one, many)]
    return [form for other, form in _SCHEMAS if other == schema]


def _words(words: Any) -> list[Form]:
    shown = ['`"\\t"`' if word == "\t" else f"`{word}`" for word in words]
    return [(word, word) for word in shown]


def _list_of(items: list[Form]) -> Form:
    many = _listed(form[1] for form in items)
    return f"list of {many}", f"lists of {many}"


def _mapping_of(keys: list[Form], values: list[Form]) -> Form:
    inside = f"{_listed(form[1] for form in keys)} to {_listed(form[1] for form in values)}"
    return f"mapping of {inside}", f"mappings of {inside}"


def _listed(words: Iterator[str]) -> str:
    *first, last = dict.fromkeys(words)
    return f"{', '.join(first)} or {last}" if first else last
