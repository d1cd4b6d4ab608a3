"""Which of several forms a value has: decided by what it is, before anything in it is read."""

from collections.abc import Iterator
from typing import Any, assert_never

from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import keys_of, short_of
from heatfig.language.nodes import Mapping, Scalar, Sequence


def members_of(form: Form) -> tuple[Form, ...]:
    """The forms that a value may have."""
    return form.members if isinstance(form, OneOf) else (form,)


def words_of(form: Form) -> list[str]:
    """The words that a value may be."""
    return [word for member in members_of(form) if isinstance(member, Words) for word in member.meanings]


def for_list(form: Form, node: Sequence) -> ListOf | Record | None:
    """The form that a list has, be it the short one of a record."""
    for member in members_of(form):
        match member:
            case ListOf():
                return member
            case Record():
                short = short_of(member)
                if short.listed or len(node) == len(short.items) > 0:
                    return member
    return None


def for_mapping(form: Form, node: Mapping) -> Record | MapOf | Kinds | None:
    """The form that a mapping has; of several records the one whose own key it holds.

    None where none of them may be a mapping, or where each needs a key that is not there.
    """
    records = [member for member in members_of(form) if isinstance(member, Record)]
    others = [member for member in members_of(form) if isinstance(member, (MapOf, Kinds))]
    if len(records) == 1 and not others:
        return records[0]
    held = {record: sum(key in node for key in own_keys(record)) for record in records}
    named = [record for record in sorted(records, key=held.__getitem__, reverse=True) if held[record]]
    free = [record for record in records if not own_keys(record)]
    return next(iter([*named, *free, *others]), None)


def own_keys(record: Record) -> list[str]:
    """The keys that a record cannot be without: among several records they say which one it is."""
    return [key.name for key in keys_of(record.cls).values() if key.required]


def takes_names(form: Form) -> bool:
    """Whether a plain word at this place may be a name of the data's, among which no word has a meaning."""
    for member in members_of(form):
        match member:
            case Atom(free=True):
                return True
            case ListOf(item=item, one_too=True) if takes_names(item):
                return True
            case Record() if (short := short_of(member)).scalar is not None and short.form is None:
                if takes_names(keys_of(member.cls)[short.scalar].form):
                    return True
    return False


def is_default(node: Any, form: Form) -> bool:
    """Whether a value takes back what was said before."""
    return isinstance(node, Scalar) and node.plain and node == "default" and not takes_names(form)


def kinds_wanted(form: Form) -> str:
    """What may stand at a place, by the kinds of YAML, mappings last."""
    kinds = dict.fromkeys(kind for member in members_of(form) for kind in _kinds(member))
    *first, last = sorted(kinds, key=lambda kind: kind == "a mapping")
    return f"{', '.join(first)} or {last}" if first else last


def _kinds(form: Form) -> Iterator[str]:
    match form:
        case Atom():
            one = form.one.replace("`", "")
            yield one if form.one.startswith("`") else f"a {one}"
        case Words():
            yield "a word"
        case ListOf():
            yield "a list"
        case Record():
            short = short_of(form)
            if short.scalar is not None:
                yield from _kinds(short.form or keys_of(form.cls)[short.scalar].form)
            if short.listed or short.items:
                yield "a list"
            yield "a mapping"
        case OneOf():
            for member in form.members:
                yield from _kinds(member)
        case MapOf() | Kinds():
            yield "a mapping"
        case _:
            assert_never(form)
