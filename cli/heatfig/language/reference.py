"""The reference of the language, written from its forms: `python -m heatfig.language.reference` prints it."""

import re
import sys
from collections.abc import Iterator
from typing import Any

import yaml

from heatfig.diagnostics.origin import Path
from heatfig.language.conditions import Condition, OfCells, Predicate
from heatfig.language.forms import Atom, Form, Key, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import form_of, keys_of
from heatfig.language.introduction import INTRODUCTION
from heatfig.language.keys import DOCUMENT
from heatfig.language.model.figure import Panel
from heatfig.language.model.settings import Settings
from heatfig.language.plain import plain
from heatfig.language.venues import venues
from heatfig.language.words import Noun, Wording
from heatfig.runtime.deferred import dataclass

Cls = type[Any]
NOUNS = (
    Noun(
        ("predicate", "predicates"),
        "#where",
        form_of(Predicate),
        "A predicate says what must hold of columns, or of the fields of cells: a mapping of each to a label, to a list"
        " of which it is one, or to one of the mappings below; of several columns all must hold.",
    ),
    Noun(("predicate over fields", "predicates over fields"), "#where", form_of(OfCells)),
    Noun(
        ("condition", "conditions"),
        "#condition",
        form_of(Condition),
        "A condition says of which cells something holds: `true` of all, a column of those in whose rows it says"
        " `true`, `diagonal`, `upper` and `lower` of the cells where row and column have the same label, or that are"
        " above or below those, a [predicate over fields](#where) of those whose fields it fits.",
    ),
)


@dataclass(frozen=True)
class Row:
    """What the reference says of one key; examples are written as in a spec."""

    key: str
    type: str
    default: str
    meaning: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One table: the keys of the records that may stand at the same places, and those places."""

    title: str
    records: tuple[Cls, ...]
    keys: tuple[Key, ...]

    @property
    def link(self) -> str:
        """The address of its heading, as GitHub makes it."""
        return "#" + re.sub(r"[^\w\- ]", "", self.title.lower()).replace(" ", "-")

    def rows(self, wording: Wording) -> Iterator[Row]:
        """A row for each key."""
        for key in self.keys:
            examples = tuple(f"{key.name}: {_yaml(example)}" for example in key.examples)
            yield Row(key.name, wording.in_words(key.form), _default(key), key.meaning, examples)


def reference() -> str:
    """The whole reference, in Markdown."""
    found = sections()
    links = {cls: section.link for section in found for cls in section.records}
    wording = Wording(links, NOUNS)
    return "\n".join([INTRODUCTION, *(_markdown(section, wording) for section in found), *_venues()])


def _venues() -> Iterator[str]:
    """The table of venues, in millimetres and points."""
    yield "## Venues\n"
    yield "| `venue` | | column | text | texts in figures | in a PDF | titles | body | source |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, venue in venues().items():
        column, text = (f"{width / 72 * 25.4:.1f} mm" for width in (venue.column_width, venue.text_width))
        bounds = [f"at least {venue.smallest_text:g}" if venue.smallest_text else ""]
        bounds += [f"at most {venue.largest_text:g}" if venue.largest_text else ""]
        sizes = ", ".join(filter(None, (f"{venue.text_size:g} pt", *bounds)))
        drawn = "outlines" if venue.outlined else "embedded"
        body = " ".join(filter(None, (venue.body_font, f"{venue.body_size:g} pt" if venue.body_size else "")))
        titles = "" if venue.titles else "none"
        cells = (f"`{name}`", f"{venue.venue} {venue.year}", column, text, sizes, drawn, titles, body, venue.source)
        yield "| " + " | ".join(cell.replace("|", r"\|").replace("<", "&lt;") for cell in cells) + " |"
    yield ""


def sections() -> list[Section]:
    """The tables: keys of the figure, those that it shares with its panels, then the mappings inside."""
    shared = keys_of(Settings)
    own = tuple(key for name, key in keys_of(DOCUMENT.cls).items() if name not in shared)
    panel = tuple(key for name, key in keys_of(Panel).items() if name not in shared)
    places: dict[Cls, list[Path]] = {}
    _visit(tuple(shared.values()), (), places)
    _visit(tuple(key for key in own if key.name != "panels"), (), places)
    together: dict[tuple[Path, ...], list[Cls]] = {}
    for cls, paths in places.items():
        together.setdefault(tuple(paths), []).append(cls)
    return [
        Section("Figure", (DOCUMENT.cls,), own),
        Section("Figure and panel", (Settings,), tuple(shared.values())),
        Section("`panels`", (Panel,), panel),
        *(Section(_title(paths), tuple(records), _keys(records)) for paths, records in together.items()),
    ]


def _visit(keys: tuple[Key, ...], path: Path, places: dict[Cls, list[Path]]) -> None:
    """Note every record inside of these keys with the paths at which it may stand."""
    for key in keys:
        for cls in _records(key.form):
            inside = (cls.NOUN,) if cls.NOUN else (*path, key.name)
            if inside in places.get(cls, ()):
                continue
            places.setdefault(cls, []).append(inside)
            _visit(tuple(keys_of(cls).values()), () if cls.BARE else inside, places)


def _records(form: Form) -> Iterator[Cls]:
    """The records that a form is made of."""
    match form:
        case Record():
            yield form.cls
        case Kinds():
            yield from (record.cls for record in form.kinds.values())
        case ListOf(item=inner) | MapOf(value=inner):
            yield from _records(inner)
        case OneOf():
            yield from dict.fromkeys(found for member in form.members for found in _records(member))
        case Atom() | Words():
            return


def _keys(records: list[Cls]) -> tuple[Key, ...]:
    """The keys of several records that may stand at one place: first what says which of them it is."""
    keys = {key.name: key for cls in records for key in keys_of(cls).values()}
    return tuple(sorted(keys.values(), key=lambda key: not key.required) if len(records) > 1 else keys.values())


def _title(paths: tuple[Path, ...]) -> str:
    *first, last = (f"`{'.'.join(map(str, path))}`" for path in paths)
    return f"{', '.join(first)} and {last}" if first else last


def _default(key: Key) -> str:
    if key.required:
        return "required"
    value = plain(key.default, key.form)
    return "—" if value is None or value in ([], {}) else f"`{_yaml(value)}`"


def _yaml(value: Any) -> str:
    """A value as one writes it on the line of its key, be that within braces."""
    text = yaml.safe_dump([value], default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6)
    return text.strip().removeprefix("[").removesuffix("]")


def _markdown(section: Section, wording: Wording) -> str:
    meaning = " ".join(" ".join((cls.__doc__ or "").split()) for cls in section.records)
    meaning = " ".join([*(noun.meaning for noun in NOUNS if noun.meaning and noun.link == section.link), meaning])
    lines = [f"### {section.title}", "", meaning, ""]
    lines += ["| key | type | default | meaning | example |", "|---|---|---|---|---|"]
    for row in section.rows(wording):
        examples = "<br>".join(f"`{example}`" for example in row.examples)
        cells = [f"`{row.key}`", row.type, row.default, row.meaning, examples]
        lines.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
