"""Forms of the language in plain words, short forms included."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import keys_of, short_of

Said = tuple[str, str]  # what a value may be, in the singular and in the plural
Links = Mapping[type[Any], str]  # where each record is described


def in_words(form: Form, links: Links) -> str:
    """What a value of this form may be."""
    return _listed(said[0] for said in _said(form, links))


def _said(form: Form, links: Links) -> Iterator[Said]:
    match form:
        case Atom():
            yield form.one, form.many
        case Words():
            shown = ['`"\\t"`' if word == "\t" else f"`{word}`" for word in form.meanings]
            yield from ((word, word) for word in shown)
        case ListOf():
            items = list(_said(form.item, links))
            many = _listed(said[1] for said in items)
            yield from items if form.one_too else ()
            yield f"list of {many}", f"lists of {many}"
        case MapOf():
            inside = f"{form.key.many} to {_listed(said[1] for said in _said(form.value, links))}"
            yield f"mapping of {inside}", f"mappings of {inside}"
        case Record():
            yield from _short(form, links)
            link = links[form.cls]
            yield f"[mapping]({link})", f"[mappings]({link})"
        case Kinds():
            shown = [f"[`{kind}`]({links[record.cls]})" for kind, record in form.kinds.items()]
            yield from ((kind, kind) for kind in shown)
        case OneOf():
            for member in sorted(form.members, key=lambda member: not isinstance(member, Words)):
                yield from _said(member, links)
        case _:
            assert_never(form)


def _short(record: Record, links: Links) -> Iterator[Said]:
    short, keys = short_of(record), keys_of(record.cls)
    if short.scalar is not None:
        yield from _said(short.form or keys[short.scalar].form, links)
    if short.listed is not None:
        yield from _said(keys[short.listed].form, links)
    if short.items:
        many = _listed(said[1] for said in _said(keys[short.items[0]].form, links))
        yield f"list of two {many}", f"lists of two {many}"


def _listed(words: Iterable[str]) -> str:
    *first, last = dict.fromkeys(words)
    return f"{', '.join(first)} or {last}" if first else last
