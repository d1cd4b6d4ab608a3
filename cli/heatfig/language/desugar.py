"""Short forms → full forms, in one walk over the nodes of a spec; what has no form is noted and left out.

After it, whatever stands at a place has the form of the place, so that merging and building need
not ask again how something was written.
"""

import posixpath
from dataclasses import field, replace
from functools import partial
from typing import Any

from heatfig.diagnostics import Place
from heatfig.diagnostics.codes import Code
from heatfig.diagnostics.origin import Path
from heatfig.language.forms import Atom, Form, Key, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import arguments_of, bare_key, keys_of, short_of
from heatfig.language.keys import THE_FIGURE, homes, inside, known
from heatfig.language.members import for_list, for_mapping, is_default, kinds_wanted, members_of, own_keys, words_of
from heatfig.language.mends import example, kind_alone, not_empty, truth, unknown_key, unknown_word, whole_kind
from heatfig.language.nodes import Mapping, Scalar, Sequence, is_nothing, kind_name, mapping_at, scalar_at, sequence_at
from heatfig.language.notes import Notes
from heatfig.language.scalars import Refusal
from heatfig.language.source import Source
from heatfig.language.synonyms import likeliest
from heatfig.runtime.deferred import dataclass

LOST: Any = object()


@dataclass(frozen=True)
class At:
    """A place in a spec: its path, and the innermost key of the language around it, whose value it is if `direct`."""

    path: Path = ()
    key: Key | None = None
    direct: bool = False

    def under(self, step: str | int, key: Key | None = None) -> "At":
        """A place one step within."""
        return At((*self.path, step), key or self.key, key is not None)

    def takes_empty(self, node: Sequence | Mapping) -> bool:
        """Whether a list or a mapping may say nothing here: where its key's own default is such a one."""
        nothing: object = {} if isinstance(node, Mapping) else ()
        return bool(node) or self.key is None or (self.direct and self.key.default == nothing)


@dataclass
class Desugarer:
    """Rewrites the nodes of one file; `folder` leads to it from the spec, and `broken` tells what was left out."""

    source: Source
    notes: Notes
    folder: str = ""
    broken: set[Path] = field(default_factory=set)

    def full(self, node: Any, form: Form, at: At) -> Any:
        """The node in its full form; LOST where it has none."""
        match node:
            case Mapping():
                return self._mapping(node, form, at)
            case Sequence():
                return self._list(node, form, at)
            case _:
                return self._scalar(node, form, at)

    def _scalar(self, node: Scalar, form: Form, at: At) -> Any:
        """A scalar is a word, or has the first form that reads it; if none does, the last one says why."""
        if any(isinstance(member, Words) and node in member.meanings for member in members_of(form)):
            return node
        refused: Refusal | None = None
        for member in members_of(form):
            if isinstance(member, Atom):
                try:
                    member.read(node)
                except Refusal as refusal:
                    refused = refusal
                else:
                    return self._located(node) if member.path else node
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
            return LOST
        return self._no_word(node, form, at)

    def _no_word(self, node: Scalar, form: Form, at: At) -> Any:
        if is_nothing(node):
            return self._mistaken(node, form, at)
        words = words_of(form)
        if not words:
            return self._mistaken(node, form, at)
        others = example(at.key, words=False) if len(members_of(form)) > 1 else ""
        allowed = unknown_word(node, words) + (f"; or {others}" if others else "")
        hint = truth(node, at.key) or kind_alone(node, at.key) or allowed
        self._note("unknown-word", f"'{node}' is not one of the words allowed here", node, hint)
        return LOST

    def _located(self, node: Scalar) -> Scalar:
        """A path as it leads from the spec rather than from the file that names it."""
        if not self.folder:
            return node
        moved = scalar_at(posixpath.normpath(posixpath.join(self.folder, node)), node.span)
        moved.plain = node.plain
        return moved

    def _list(self, node: Sequence, form: Form, at: At) -> Any:
        member = for_list(form, node)
        match member:
            case ListOf():
                return self._items(node, member, at)
            case Record():
                short = short_of(member)
                entries = {short.listed: node} if short.listed else dict(zip(short.items, node, strict=True))
                return self._record(mapping_at(entries, node.span), member, at)
            case _:
                return self._mistaken(node, form, at)

    def _items(self, node: Sequence, form: ListOf, at: At) -> Any:
        if not at.takes_empty(node):
            return self._empty(node, at)
        items = [self.full(item, form.item, at.under(index)) for index, item in enumerate(node)]
        return LOST if any(item is LOST for item in items) else sequence_at(items, node.span)

    def _short(self, node: Scalar, record: Record, at: At) -> Any:
        """A scalar as the record that it is short for."""
        short = short_of(record)
        assert short.scalar is not None
        value = self.full(node, short.form or keys_of(record.cls)[short.scalar].form, at)
        if value is LOST:
            return LOST
        return mapping_at({short.scalar: short.rewrite(value) if short.rewrite else value}, node.span)

    def _mapping(self, node: Mapping, form: Form, at: At) -> Any:
        """A mapping has the form that its keys tell; one that may stand for a list is its only item."""
        free = for_mapping(form, node)
        if isinstance(free, MapOf):
            return self._entries(node, free, at)
        forms = tuple(member for member in members_of(form) if isinstance(member, (Record, Kinds)))
        if not forms:
            lists = (member for member in members_of(form) if isinstance(member, ListOf) and member.one_too)
            listed = next(lists, None)
            alone = sequence_at([node], node.span)
            return self._mistaken(node, form, at) if listed is None else self._items(alone, listed, at)
        named = self._named(node, OneOf(forms), at)
        if node and not named and any(isinstance(one, Kinds) for one in forms):
            return LOST
        fitting = (one for one in forms if isinstance(one, Record) and named.keys() <= keys_of(one.cls).keys())
        match for_mapping(OneOf(forms), named) or next(fitting, forms[0]):
            case Record() as record:
                full = self._record(named, record, at)
                lost = full is LOST or any(key in named and key not in full for key in own_keys(record))
                return LOST if lost and len(forms) > 1 else full
            case Kinds() as kinds:
                return self._kind(named, kinds, at)

    def _named(self, node: Mapping, form: Form, at: At) -> Mapping:
        """The mapping with known keys alone: a misspelt one goes on under the name that it most likely means."""
        keys = known(form)
        entries: dict[str, Any] = {}
        for key, value in node.items():
            if key in keys:
                entries[key] = value
                continue
            self.notes.add("unknown-key", partial(self._unknown, key, node, form))
            free = [name for name in keys if name not in node and name not in entries]
            meant = None if self.notes.many("unknown-key") else likeliest(form, key, free)
            if meant is None:
                self.broken |= _lost_with(key, at.path, node)
            elif self._reads(value, form, meant, at):
                entries[scalar_at(meant, value.span)] = value
        return mapping_at(entries, node.span)

    def _reads(self, value: Any, form: Form, name: str, at: At) -> bool:
        """Whether a value can stand at another key than its own; what is wrong with it there follows from the key."""
        form = next(within for key, _, within in inside(form) if key == name)
        unsaid = Notes()
        if replace(self, notes=unsaid).full(value, form, at.under(name)) is not LOST and not unsaid:
            return True
        self.broken.add((*at.path, name))
        return False

    def _unknown(self, key: str, node: Mapping, form: Form) -> tuple[str, Place, str]:
        return f"unknown key '{key}'", self.source.key_place(node, key), unknown_key(key, node, form)

    def _record(self, node: Mapping, record: Record, at: At) -> Any:
        keys = keys_of(record.cls)
        entries: dict[str, Any] = {}
        for name, value in node.items():
            if name not in keys:
                own = next((key for key in node if key in keys), name)
                message = f"`{own}` and `{name}` cannot both stand here"
                self._note("contradiction", message, value, "keep one of them")
                return LOST
            key = keys[name]
            full = value if is_default(value, key.form) else self.full(value, key.form, at.under(name, key))
            if full is LOST:
                self.broken.add((*at.path, name))
            else:
                entries[name] = full
        return mapping_at(entries, node.span)

    def _kind(self, node: Mapping, kinds: Kinds, at: At) -> Any:
        """One kind and its arguments."""
        if len(node) != 1:
            known_kinds = ", ".join(kinds.kinds)
            hint = f"each item of this list is one mapping of one key: {known_kinds}"
            self._note("wrong-type", f"expected one kind, got {len(node)}", node, hint)
            return LOST
        ((kind, arguments),) = node.items()
        record = kinds.kinds[kind]
        full = self.full(arguments, arguments_of(record), at.under(kind, bare_key(record)))
        return LOST if full is LOST else mapping_at({kind: full}, node.span)

    def _entries(self, node: Mapping, form: MapOf, at: At) -> Any:
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
                entries[key] = LOST
        return LOST if any(value is LOST for value in entries.values()) else mapping_at(entries, node.span)

    def _empty(self, node: Sequence | Mapping, at: At) -> Any:
        """Note a list or a mapping that says nothing where something has to be said."""
        kind = "mapping" if isinstance(node, Mapping) else "list"
        self._note("empty-list", f"an empty {kind} says nothing here", node, not_empty(at.key, at.direct))
        return LOST

    def _mistaken(self, node: Any, form: Form, at: At) -> Any:
        """Note that a value is of another kind than its place wants."""
        hint = whole_kind(form) or example(at.key)
        self._note("wrong-type", f"expected {kinds_wanted(form)}, got {kind_name(node)}", node, hint)
        return LOST

    def _note(self, code: Code, message: str, node: Any, hint: str) -> None:
        self.notes.add(code, lambda: (message, self.source.at(node.span), hint))


def _lost_with(key: str, path: Path, around: Mapping) -> set[Path]:
    """What an unknown key may have been meant for."""
    panel = path[:2] if path[:1] == ("panels",) else ()
    lost: set[Path] = {(*panel, key) if home == THE_FIGURE else (*panel, *home.split("."), key) for home in homes(key)}
    if len(path) > len(panel):
        return lost | {path}
    return lost | {(*panel, required) for required in ("scores", "value", "axes") if required not in around}
