"""Short forms → full forms, in one walk over the nodes of a spec; what has no form is noted and left out.

After it, whatever stands at a place has the form of the place, so that merging and building need
not ask again how something was written.
"""

import posixpath
from dataclasses import field, replace
from typing import Any, assert_never

from heatfig.diagnostics.codes import Code
from heatfig.diagnostics.origin import Path
from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import arguments_of, bare_key, keys_of, short_of
from heatfig.language.location import Location
from heatfig.language.members import for_list, for_mapping, is_default, kinds_wanted, members_of, own_keys, words_of
from heatfig.language.misspelt import known_keys
from heatfig.language.nodes import (
    INVALID,
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_nothing,
    kind_name,
    mapping_at,
    scalar_at,
    sequence_at,
)
from heatfig.language.notes import Notes
from heatfig.language.scalars.refusal import Refusal
from heatfig.language.source import Source
from heatfig.language.suggestions import (
    example,
    kind_alone,
    known_order,
    not_empty,
    takes_mapping,
    truth,
    unknown_word,
    whole_kind,
    whole_range,
)
from heatfig.runtime.deferred import dataclass


@dataclass
class Desugarer:
    """Rewrites the nodes of one file; `folder` leads to it from the spec, and `invalid` tells what was left out."""

    source: Source
    notes: Notes
    folder: str = ""
    invalid: set[Path] = field(default_factory=set)

    def full(self, node: Node, form: Form, at: Location) -> Any:
        """The node in its full form; INVALID where it has none."""
        match node:
            case Mapping():
                return self._mapping(node, form, at)
            case Sequence():
                return self._list(node, form, at)
            case Scalar():
                return self._scalar(node, form, at)
            case _:
                assert_never(node)

    def _scalar(self, node: Scalar, form: Form, at: Location) -> Any:
        """A scalar is a word, has the first form that reads it, or is short for the first that it can be short for."""
        if any(isinstance(member, Words) and node in member.meanings for member in members_of(form)):
            return node
        refused: Refusal | None = None
        for member in members_of(form):
            if isinstance(member, Atom):
                try:
                    member.read(node)
                except Refusal as refusal:
                    refused = refusal  # of several the last one says why
                else:
                    return self._located(node) if member.path else node
        return self._short_for(node, form, at, refused)

    def _short_for(self, node: Scalar, form: Form, at: Location, refused: Refusal | None) -> Any:
        for member in members_of(form):
            match member:
                case Record() if short_of(member).scalar is not None:
                    return self._short(node, member, at)
                case ListOf(one_too=True):
                    return self._items(sequence_at([node], node.span), member, at)
                case Kinds() if node in member.kinds:
                    return self._mapping(mapping_at({node: mapping_at({}, node.span)}, node.span), member, at)
        if refused is not None:
            self._note(refused.code, refused.message, node, refused.hint or example(at.key))
            return INVALID
        return self._no_word(node, form, at)

    def _no_word(self, node: Scalar, form: Form, at: Location) -> Any:
        if is_nothing(node):
            return self._mistaken(node, form, at)
        words = words_of(form)
        if not words:
            return self._mistaken(node, form, at)
        others = example(at.key, words=False) if len(members_of(form)) > 1 or takes_mapping(at.key) else ""
        allowed = unknown_word(node, words)
        allowed += f"; or {others}" if others and not allowed.startswith("write ") else ""
        hint = truth(node, at.key) or kind_alone(node, at.key) or known_order(node, form) or allowed
        self._note("unknown-word", f"'{node}' is not one of the words allowed here", node, hint)
        return INVALID

    def _located(self, node: Scalar) -> Scalar:
        """A path as it leads from the spec rather than from the file that names it."""
        if not self.folder:
            return node
        moved = scalar_at(posixpath.normpath(posixpath.join(self.folder, node)), node.span)
        moved.plain = node.plain
        return moved

    def _list(self, node: Sequence, form: Form, at: Location) -> Any:
        member = for_list(form, node)
        match member:
            case ListOf():
                return self._items(node, member, at)
            case Record():
                short = short_of(member)
                entries = {short.listed: node} if short.listed else dict(zip(short.items, node, strict=True))
                return self._record(mapping_at(entries, node.span), member, at)
            case None:
                return self._mistaken(node, form, at)
            case _:
                assert_never(member)

    def _items(self, node: Sequence, form: ListOf, at: Location) -> Any:
        if not at.takes_empty(node):
            return self._empty(node, at)
        if form.most is not None and len(node) > form.most:
            return self._too_many(node, form.most)
        items = [self.full(item, form.item, at.under(index)) for index, item in enumerate(node)]
        return INVALID if any(item is INVALID for item in items) else sequence_at(items, node.span)

    def _short(self, node: Scalar, record: Record, at: Location) -> Any:
        """A scalar as the record that it is short for."""
        short = short_of(record)
        assert short.scalar is not None
        value = self.full(node, short.form or keys_of(record.cls)[short.scalar].form, at)
        if value is INVALID:
            return INVALID
        return mapping_at({short.scalar: short.rewrite(value) if short.rewrite else value}, node.span)

    def _mapping(self, node: Mapping, form: Form, at: Location) -> Any:
        """A mapping has the form that its keys tell; one that may stand for a list is its only item."""
        free = for_mapping(form, node)
        if isinstance(free, MapOf):
            return self._entries(node, free, at)
        forms = tuple(member for member in members_of(form) if isinstance(member, (Record, Kinds)))
        if not forms:
            return self._only_item(node, form, at)
        named = self._known(node, OneOf(forms), at)
        if node and not named and any(isinstance(one, Kinds) for one in forms):
            return INVALID
        fitting = (one for one in forms if isinstance(one, Record) and named.keys() <= keys_of(one.cls).keys())
        meant = for_mapping(OneOf(forms), named) or next(fitting, forms[0])
        match meant:
            case Record():
                full = self._record(named, meant, at)
                invalid = full is INVALID or any(key in named and key not in full for key in own_keys(meant))
                return INVALID if invalid and len(forms) > 1 else full
            case Kinds():
                return self._kind(named, meant, at)
            case MapOf():
                raise AssertionError("keys of the user's own among those of records")
            case _:
                assert_never(meant)

    def _only_item(self, node: Mapping, form: Form, at: Location) -> Any:
        """A mapping that stands for a list of which it is the only item."""
        lists = (member for member in members_of(form) if isinstance(member, ListOf) and member.one_too)
        listed = next(lists, None)
        alone = sequence_at([node], node.span)
        return self._mistaken(node, form, at) if listed is None else self._items(alone, listed, at)

    def _known(self, node: Mapping, form: Form, at: Location) -> Mapping:
        """The mapping with keys that its form has."""
        mapping, meant = known_keys(node, form, at, self.source, self.notes, self._reads)
        self.invalid |= meant
        return mapping

    def _reads(self, node: Any, form: Form, at: Location) -> bool:
        """Whether a node has this form, without a word of what is wrong with it."""
        notes = Notes()
        return replace(self, notes=notes).full(node, form, at) is not INVALID and not notes

    def _record(self, node: Mapping, record: Record, at: Location) -> Any:
        keys = keys_of(record.cls)
        entries: dict[str, Any] = {}
        for name, value in node.items():
            if name not in keys:
                own = next((key for key in node if key in keys), name)
                message = f"`{own}` and `{name}` cannot be used together"
                self._note("contradiction", message, value, "keep one of them")
                return INVALID
            key = keys[name]
            full = value if is_default(value, key.form) else self.full(value, key.form, at.under(name, key))
            if full is INVALID:
                self.invalid.add((*at.path, name))
            else:
                entries[name] = full
        return mapping_at(entries, node.span)

    def _kind(self, node: Mapping, kinds: Kinds, at: Location) -> Any:
        """One kind and its arguments."""
        if len(node) != 1:
            known_kinds = ", ".join(kinds.kinds)
            hint = f"each item of this list is a mapping with one key: {known_kinds}"
            self._note("wrong-type", f"expected one kind, got {len(node)}", node, hint)
            return INVALID
        ((kind, arguments),) = node.items()
        record = kinds.kinds[kind]
        full = self.full(arguments, arguments_of(record), at.under(kind, bare_key(record)))
        return INVALID if full is INVALID else mapping_at({kind: full}, node.span)

    def _entries(self, node: Mapping, form: MapOf, at: Location) -> Any:
        """A mapping of keys of the user's own, which goes as a whole."""
        if not at.takes_empty(node):
            return self._empty(node, at)
        entries = {}
        for key, value in node.items():
            entries[key] = self.full(value, form.value, at.under(str(key)))
            try:
                form.key.read(key if isinstance(key, Scalar) else scalar_at(key, node.span))
            except Refusal as refusal:
                self._note(refusal.code, refusal.message, key, refusal.hint)
                entries[key] = INVALID
        return INVALID if any(value is INVALID for value in entries.values()) else mapping_at(entries, node.span)

    def _empty(self, node: Sequence | Mapping, at: Location) -> Any:
        """Note a list or a mapping that says nothing where something has to be said."""
        kind = "mapping" if isinstance(node, Mapping) else "list"
        self._note("empty-list", f"an empty {kind} says nothing here", node, not_empty(at.key, at.direct))
        return INVALID

    def _too_many(self, node: Sequence, most: int) -> Any:
        """Note a list of more items than can be meant."""
        self._note("too-large", f"{len(node):,} of them are too many here", node, f"at most {most:,}")
        return INVALID

    def _mistaken(self, node: Any, form: Form, at: Location) -> Any:
        """Note that a value is of another kind than its place wants."""
        if ends := whole_range(node, form):
            self._note("wrong-type", "expected the two ends of a range, got a list of three", node, ends)
            return INVALID
        hint = whole_kind(form) or example(at.key)
        self._note("wrong-type", f"expected {kinds_wanted(form)}, got {kind_name(node)}", node, hint)
        return INVALID

    def _note(self, code: Code, message: str, node: Any, hint: str) -> None:
        self.notes.add(code, lambda: (message, self.source.at(node.span), hint))
