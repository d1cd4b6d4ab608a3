"""Nodes in full form → the records of the language; a record that lacks a key is noted and left out."""

from contextlib import suppress
from dataclasses import field
from typing import Any, TypeVar, assert_never

from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path, touched
from heatfig.language.forms import Atom, Form, Key, Kinds, ListOf, MapOf, Record, Words
from heatfig.language.hints import bare_key, keys_of
from heatfig.language.members import for_list, for_mapping, is_default, members_of, own_keys
from heatfig.language.nodes import INVALID, Mapping, Node, Scalar, Sequence
from heatfig.language.scalars.refusal import Refusal
from heatfig.language.source import Source
from heatfig.language.suggestions import example, whole_kind
from heatfig.runtime.deferred import dataclass

T = TypeVar("T")


@dataclass
class Builder:
    """Builds the records of one panel, or of the figure; `invalid` tells what was left out before and is now."""

    source: Source
    report: Report
    invalid: set[Path] = field(default_factory=set)

    def record(self, cls: type[T], node: Mapping, path: Path = ()) -> T:
        """The record; INVALID where it lacks a key that has no default."""
        given: dict[str, Any] = {}
        whole = True
        for key in keys_of(cls).values():
            inside = (*path, key.name)
            written = key.name in node and not is_default(node[key.name], key.form)
            value = self._value(node[key.name], key.form, inside) if written else INVALID
            if value is not INVALID:
                given[key.attribute] = value
            elif written:
                self.invalid.add(inside)
                whole = whole and not key.required
            elif key.required:
                whole = False
                if not touched(inside, self.invalid):
                    message = f"the key '{key.name}' is missing"
                    hint = (not node and whole_kind(Record(cls), braces=True)) or example(key)
                    self.report.add("missing-key", message, self.source.at(node.span), hint)
        return cls(**given) if whole else INVALID

    def _value(self, node: Node, form: Form, path: Path) -> Any:
        match node:
            case Mapping():
                return self._mapping(node, form, path)
            case Sequence():
                member = for_list(form, node)
                assert isinstance(member, ListOf)
                items = tuple(self._value(item, member.item, (*path, index)) for index, item in enumerate(node))
                return INVALID if any(item is INVALID for item in items) else items
            case Scalar():
                return _scalar(node, form)
            case _:
                assert_never(node)

    def _mapping(self, node: Mapping, form: Form, path: Path) -> Any:
        found = for_mapping(form, node)
        match found:
            case Record():
                return self.record(found.cls, node, path)
            case Kinds():
                ((kind, arguments),) = node.items()
                return self._kind(found.kinds[kind], arguments, (*path, kind))
            case MapOf():
                entries = {
                    found.key.read(key): self._value(value, found.value, (*path, str(key)))
                    for key, value in node.items()
                    if isinstance(key, Scalar)
                }
                return INVALID if any(value is INVALID for value in entries.values()) else entries
            case None:
                return self._without_kind(node, form, path)
            case _:
                assert_never(found)

    def _kind(self, record: Record, node: Any, path: Path) -> Any:
        key = bare_key(record)
        if key is None:
            return self.record(record.cls, node, path)
        value = self._value(node, key.form, path)
        return INVALID if value is INVALID else record.cls(**{key.attribute: value})

    def _without_kind(self, node: Mapping, form: Form, path: Path) -> Any:
        """Note a mapping that has none of the keys that say what it is, unless that was wrong and left out."""
        if touched(path, self.invalid):
            return INVALID
        records = (member for member in members_of(form) if isinstance(member, Record))
        keys = [keys_of(record.cls)[name] for record in records for name in own_keys(record)]
        message = f"the key {' or '.join(repr(key.name) for key in keys)} is missing"
        self.report.add("missing-key", message, self.source.at(node.span), _examples(keys))
        return INVALID


def _examples(keys: list[Key]) -> str:
    shown = [example(key).removeprefix("such as ") for key in keys]
    return f"such as {' or '.join(shown)}"


def _scalar(node: Scalar, form: Form) -> Any:
    """What a scalar is read as: a word, or what the first form that reads it makes of it."""
    for member in members_of(form):
        if isinstance(member, Words) and node in member.meanings:
            return member.meanings[node]
    for member in members_of(form):
        if isinstance(member, Atom):
            with suppress(Refusal):
                return member.read(node)
    raise AssertionError(node)
