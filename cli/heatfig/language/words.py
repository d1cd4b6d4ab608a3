"""Forms of the language in plain words, short forms included."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import keys_of, short_of
from heatfig.runtime.deferred import dataclass

Said = tuple[str, str]  # what a value may be, in the singular and in the plural
Links = Mapping[type[Any], str]  # where each record is described


@dataclass(frozen=True)
class Noun:
    """What many keys take: its name for one and several, where it is described, its form, what is said of it there."""

    name: Said
    link: str
    form: Form
    meaning: str = ""


class Wording:
    """Says what values may be; what has a noun, by that."""

    def __init__(self, links: Links, nouns: Iterable[Noun]) -> None:
        self.links = links
        self.nouns: list[tuple[Said, list[Said]]] = []
        for noun in nouns:
            one, many = (f"[{name}]({noun.link})" for name in noun.name)
            self.nouns.append(((one, many), self._said(noun.form)))

    def in_words(self, form: Form) -> str:
        """What a value of this form may be."""
        return _listed(word for word, _ in self._said(form))

    def _said(self, form: Form) -> list[Said]:
        said = list(dict.fromkeys(self._plainly(form)))
        for noun, words in self.nouns:
            if set(words) <= set(said):
                said = list(dict.fromkeys(noun if word in words else word for word in said))
        return said

    def _plainly(self, form: Form) -> Iterator[Said]:
        match form:
            case Atom():
                yield form.one, form.many
            case Words():
                shown = ['`"\\t"`' if word == "\t" else f"`{word}`" for word in form.meanings]
                yield from ((word, word) for word in shown)
            case ListOf():
                yield from self._said(form.item) if form.one_too else ()
                many = self._many(form.item)
                yield f"list of {many}", f"lists of {many}"
            case MapOf():
                inside = f"{form.key.many} to {self._many(form.value)}"
                yield f"mapping of {inside}", f"mappings of {inside}"
            case Record():
                yield from self._short(form)
                link = self.links[form.cls]
                yield f"[mapping]({link})", f"[mappings]({link})"
            case Kinds():
                shown = [f"[`{kind}`]({self.links[record.cls]})" for kind, record in form.kinds.items()]
                yield from ((kind, kind) for kind in shown)
            case OneOf():
                for member in sorted(form.members, key=lambda member: not isinstance(member, Words)):
                    yield from self._plainly(member)
            case _:
                assert_never(form)

    def _short(self, record: Record) -> Iterator[Said]:
        short, keys = short_of(record), keys_of(record.cls)
        if short.scalar is not None:
            yield from self._plainly(short.form or keys[short.scalar].form)
        if short.listed is not None:
            yield from self._plainly(keys[short.listed].form)
        if short.items:
            many = self._many(keys[short.items[0]].form)
            yield f"list of two {many}", f"lists of two {many}"

    def _many(self, form: Form) -> str:
        return _listed(many for _, many in self._said(form))


def _listed(words: Iterable[str]) -> str:
    *first, last = dict.fromkeys(words)
    return f"{', '.join(first)} or {last}" if first else last
