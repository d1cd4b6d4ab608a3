"""Which tables the reference has: the keys of the figure, of its panels, and of each mapping within."""

import re
from collections.abc import Iterator
from typing import Any, assert_never

from heatfig.diagnostics.origin import Path
from heatfig.language.forms import Atom, Form, Key, Kinds, ListOf, MapOf, OneOf, Record, Words
from heatfig.language.hints import keys_of
from heatfig.language.keys import DOCUMENT
from heatfig.language.model.figure import Panel
from heatfig.language.model.settings import Settings
from heatfig.runtime.deferred import dataclass

Cls = type[Any]


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
        case _:
            assert_never(form)


def _keys(records: list[Cls]) -> tuple[Key, ...]:
    """The keys of several records that may stand at one place: first what says which of them it is."""
    keys = {key.name: key for cls in records for key in keys_of(cls).values()}
    return tuple(sorted(keys.values(), key=lambda key: not key.required) if len(records) > 1 else keys.values())


def _title(paths: tuple[Path, ...]) -> str:
    *first, last = (f"`{'.'.join(map(str, path))}`" for path in paths)
    return f"{', '.join(first)} and {last}" if first else last
