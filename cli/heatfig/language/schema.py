"""The JSON Schema of the language, written from the forms that a spec is read by."""

from collections.abc import Iterator
from typing import Any, assert_never

from heatfig.language.forms import Atom, Form, Key, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import arguments_of, keys_of, short_of
from heatfig.language.keys import DOCUMENT
from heatfig.language.members import members_of, own_keys, takes_names
from heatfig.language.plain import plain

Schema = dict[str, Any]


def json_schema() -> Schema:
    """Draft 2020-12, with descriptions and examples; keys that begin with `x-` are the user's own.

    No key is required, as a panel, or the spec that extends another, says what is left open.
    """
    definitions: dict[str, Schema] = {}
    whole = _record(DOCUMENT, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "heatfig figure spec",
        **whole,
        "patternProperties": {"^x-": {}},
        "$defs": definitions,
    }


def _record(record: Record, definitions: dict[str, Schema]) -> Schema:
    return {
        "description": " ".join((record.cls.__doc__ or "").split()),
        "type": "object",
        "properties": {key.name: _key(key, definitions) for key in keys_of(record.cls).values()},
        "additionalProperties": False,
    }


def _key(key: Key, definitions: dict[str, Schema]) -> Schema:
    forms = list(_forms(key.form, definitions))
    if not takes_names(key.form):
        forms.append({"const": "default"})
    meaning = {"description": key.meaning, "examples": list(key.examples)}
    default = {} if key.required or key.default is None else {"default": plain(key.default, key.form)}
    return {**(forms[0] if len(forms) == 1 else {"anyOf": forms}), **meaning, **default}


def _any(form: Form, definitions: dict[str, Schema]) -> Schema:
    forms = list(_forms(form, definitions))
    return forms[0] if len(forms) == 1 else {"anyOf": forms}


def _forms(form: Form, definitions: dict[str, Schema]) -> Iterator[Schema]:
    """The schemas of what may be written, short forms first."""
    match form:
        case Atom():
            yield form.schema
        case Words():
            yield {"enum": list(form.meanings)}
        case ListOf():
            if form.one_too:
                yield from _forms(form.item, definitions)
            most = {} if form.most is None else {"maxItems": form.most}
            yield {"type": "array", "items": _any(form.item, definitions), **most}
        case MapOf():
            yield {"type": "object", "additionalProperties": _any(form.value, definitions)}
        case Record():
            yield from _short(form, definitions)
            yield _reference(form, definitions)
        case Kinds():
            yield from _kinds(form, definitions)
        case OneOf():
            for member in members_of(form):
                yield from _forms(member, definitions)
        case _:
            assert_never(form)


def _kinds(form: Kinds, definitions: dict[str, Schema]) -> Iterator[Schema]:
    """Kinds without keys by their names, then each with its arguments."""
    alone = [kind for kind, record in form.kinds.items() if not own_keys(record)]
    if alone:
        yield {"enum": alone}
    kinds = {kind: _any(arguments_of(record), definitions) for kind, record in form.kinds.items()}
    yield {"type": "object", "properties": kinds, "additionalProperties": False, "minProperties": 1}


def _short(record: Record, definitions: dict[str, Schema]) -> Iterator[Schema]:
    short, keys = short_of(record), keys_of(record.cls)
    if short.scalar is not None:
        yield from _forms(short.form or keys[short.scalar].form, definitions)
    if short.listed is not None:
        yield from _forms(keys[short.listed].form, definitions)
    if short.items:
        items = _any(keys[short.items[0]].form, definitions)
        count = len(short.items)
        yield {"type": "array", "items": items, "minItems": count, "maxItems": count}


def _reference(record: Record, definitions: dict[str, Schema]) -> Schema:
    name = record.cls.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place, should a record hold itself
        definitions[name] = _record(record, definitions)
    return {"$ref": f"#/$defs/{name}"}
