"""One walk over all that a record of the language holds."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from heatfig.diagnostics.origin import Path
from heatfig.language.hints import keys_of
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, slots=True)
class Visited:
    """A value at a path; `by_key` where it is the key at the path's end."""

    value: Any
    path: Path
    by_key: bool = False


def walk(value: Any, path: Path = ()) -> Iterator[Visited]:
    """A value, and all that stands in it where it is a record, a list or a mapping."""
    yield Visited(value, path)
    match value:
        case tuple():
            for index, item in enumerate(value):
                yield from walk(item, (*path, index, *kind_step(item)))
        case dict():
            for name, inside in value.items():
                yield Visited(name, (*path, str(name)), by_key=True)
                yield from walk(inside, (*path, str(name)))
        case _ if is_dataclass(value) and hasattr(value, "KIND"):
            for key in keys_of(type(value)).values():
                step = () if getattr(value, "BARE", False) else (key.name,)
                yield from walk(getattr(value, key.attribute), (*path, *step))


def kind_step(item: Any) -> tuple[str, ...]:
    """The step to the arguments of an item that is written as a mapping of its kind to them."""
    kind = getattr(item, "KIND", "")
    return (kind,) if kind else ()
