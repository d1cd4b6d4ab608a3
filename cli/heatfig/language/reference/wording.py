"""Forms of the language in plain words, short forms included."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, assert_never

from heatfig.language.conditions import Condition, OfCells, Predicate
from heatfig.language.forms import Atom, Form, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import KINDS, form_of, keys_of, short_of
from heatfig.language.tracks import Track
from heatfig.language.transforms import Verb
from heatfig.runtime.deferred import dataclass

Name = tuple[str, str]  # of what a value may be, in the singular and in the plural
Links = Mapping[type[Any], str]  # where each record is described


@dataclass(frozen=True)
class Noun:
    """What many keys take: its name for one and several, where it is described, its form, what is said of it there."""

    name: Name
    link: str
    form: Form
    meaning: str = ""


NOUNS = (
    Noun(
        ("predicate", "predicates"),
        "#where",
        form_of(Predicate),
        "A predicate selects rows by their columns, or cells by their fields: `{task: Math}`. Each column is mapped to"
        " a label, to a list of labels, of which one must match, or to one of the mappings below. Where several columns"
        " are given, all must match.",
    ),
    Noun(("predicate over fields", "predicates over fields"), "#where", form_of(OfCells)),
    Noun(
        ("condition", "conditions"),
        "#condition",
        form_of(Condition),
        "A condition selects cells. It is one of these:\n\n"
        "- `true`: all cells; `false`: none\n"
        "- a column: the cells in whose rows it says `true`\n"
        "- `diagonal`, `upper` or `lower`: the cells whose row and column have the same label, those above them or"
        " those below them\n"
        "- a [predicate over fields](#where): the cells whose fields match",
    ),
    Noun(
        ("verb", "verbs"),
        "#transform",
        form_of(Annotated[Verb, KINDS]),
        "Each verb works on the rows that the one before it made. The verbs are ",
    ),
    Noun(("track", "tracks"), "#beside", form_of(Track), "The tracks are "),
)


class Wording:
    """Says what values may be; what has a noun, by that."""

    def __init__(self, links: Links, nouns: Iterable[Noun]) -> None:
        self.links = links
        self.nouns: list[tuple[Name, list[Name]]] = []
        for noun in nouns:
            one, many = (f"[{name}]({noun.link})" for name in noun.name)
            self.nouns.append(((one, many), self._names(noun.form)))

    def kinds_of(self, form: Form) -> str:
        """The kinds of a list of kinds, with links; nothing for any other form."""
        return f"{_listed((word for word, _ in self._plainly(form)), 'and')}." if isinstance(form, Kinds) else ""

    def in_words(self, form: Form) -> str:
        """What a value of this form may be."""
        return _listed(word for word, _ in self._names(form))

    def _names(self, form: Form) -> list[Name]:
        names = list(dict.fromkeys(self._plainly(form)))
        for noun, members in self.nouns:
            if set(members) <= set(names):
                names = list(dict.fromkeys(noun if name in members else name for name in names))
        return names

    def _plainly(self, form: Form) -> Iterator[Name]:
        match form:
            case Atom():
                yield form.one, form.many
            case Words():
                shown = ['`"\\t"`' if word == "\t" else f"`{word}`" for word in form.meanings]
                yield from ((word, word) for word in shown)
            case ListOf():
                yield from self._names(form.item) if form.one_too else ()
                many = self._many(form.item) if form.most is None else f"up to {form.most:,} {self._many(form.item)}"
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

    def _short(self, record: Record) -> Iterator[Name]:
        short, keys = short_of(record), keys_of(record.cls)
        if short.scalar is not None:
            yield from self._plainly(short.form or keys[short.scalar].form)
        if short.listed is not None:
            yield from self._plainly(keys[short.listed].form)
        if short.items:
            many = self._many(keys[short.items[0]].form)
            yield f"list of two {many}", f"lists of two {many}"

    def _many(self, form: Form) -> str:
        return _listed(many for _, many in self._names(form))


def _listed(words: Iterable[str], joint: str = "or") -> str:
    *first, last = dict.fromkeys(words)
    return f"{', '.join(first)} {joint} {last}" if first else last
