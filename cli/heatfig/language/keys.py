"""The keys of the language by place: which a mapping may hold, and which mappings hold a key."""

from collections.abc import Iterator
from functools import cache
from typing import assert_never

from heatfig.language.forms import Atom, Form, Key, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import arguments_of, bare_key, keys_of
from heatfig.language.model.figure import Document

THE_FIGURE = "the figure"
DOCUMENT = Record(Document)


def inside(form: Form) -> Iterator[tuple[str, Key | None, Form]]:
    """The keys of the mappings of a form, and what stands at each; a kind with arguments by name has no Key."""
    match form:
        case Record():
            yield from ((key.name, key, key.form) for key in keys_of(form.cls).values())
        case Kinds():
            yield from ((kind, bare_key(record), arguments_of(record)) for kind, record in form.kinds.items())
        case ListOf():
            yield from inside(form.item)
        case MapOf():
            yield from inside(form.value)
        case OneOf():
            for member in form.members:
                yield from inside(member)
        case Atom() | Words():
            return
        case _:
            assert_never(form)


def known(form: Form) -> list[str]:
    """The keys of the mappings of a form."""
    return list(dict.fromkeys(name for name, _, _ in inside(form)))


def form_at(form: Form, name: str) -> Form:
    """What stands at a known key of the mappings of a form."""
    return next(within for key, _, within in inside(form) if key == name)


def found(form: Form, steps: tuple[str, ...]) -> Key | None:
    """The key at the end of these steps, if the language has them."""
    *outer, last = steps
    forms = [form]
    for step in outer:
        forms = [within for one in forms for name, _, within in inside(one) if name == step]
    return next((key for one in forms for name, key, _ in inside(one) if name == last), None)


def homes(key: str) -> list[str]:
    """The mappings of the language that may hold a key."""
    return _homes().get(key, [])


@cache
def _homes() -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    waiting: list[tuple[str, Form]] = [("", DOCUMENT)]
    for path, form in waiting:
        for name, _, within in inside(form):
            here = homes.setdefault(name, [])
            if (path or THE_FIGURE) not in here:
                here.append(path or THE_FIGURE)
            if name != "panels":
                waiting.append((f"{path}.{name}" if path else name, within))
    return homes
