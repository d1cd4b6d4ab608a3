"""Small wrong edits of a spec's text, each at the span of one key, value or item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from heatfig.language.nodes import Mapping, Scalar, Sequence
from heatfig.language.parse import parse

KINDS = ("misspell", "drop", "retype", "swap")

_ALIAS = re.compile(r"\*[^\s,\]}]+")
_ANCHOR = re.compile(r"&\S+\s+")
_NUMBER = re.compile(r"[-+]?[0-9.]+")

Extent = tuple[int, int]


@dataclass(frozen=True)
class Mutant:
    """A spec with one edit: what was done, to what, and the lines on which it stands (counted from 1)."""

    how: str
    path: str
    text: str = field(repr=False)
    lines: frozenset[int]

    @property
    def kind(self) -> str:
        """The first word of `how`: one of KINDS."""
        return self.how.split()[0]


def mutants(text: str) -> list[Mutant]:
    """Every mutant of a valid spec, none of them equal to it."""
    found = _Mutator(text).node(parse(text.encode(), "").root, ())
    return [mutant for mutant in found if mutant.text != text]


class _Mutator:
    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def node(self, node: Any, path: tuple[str, ...]) -> Iterator[Mutant]:
        match node:
            case Scalar():
                yield from self._scalar(node, path)
            case Mapping():
                yield self._edit("retype to a word", path, [(*self._extent(node), "word")])
                yield self._edit("retype to a list", path, [(*self._extent(node), "[word]")])
                yield from self._entries(node, path)
            case Sequence():
                yield self._edit("retype to a word", path, [(*self._extent(node), "word")])
                yield self._edit("retype to a mapping", path, [(*self._extent(node), "{word: word}")])
                yield from self._items(node, path)

    def _scalar(self, scalar: Scalar, path: tuple[str, ...]) -> Iterator[Mutant]:
        start, end = extent = self._extent(scalar)
        written = self.text[start:end]
        middle = start + (len(written) + 1) // 2
        yield self._edit("misspell", path, [(middle, middle, "x")])
        if _NUMBER.fullmatch(written):
            yield self._edit("misspell by a digit", path, [(end, end, "7")])
        retyped = {
            "nothing": "~",
            "a word": "word",
            "a number": "7",
            "a list": f"[{written}]",
            "a mapping": f"{{{written}: {written}}}",
            "quotes" if scalar.plain else "no quotes": f"'{written}'" if scalar.plain else written[1:-1],
        }
        for name, new in retyped.items():
            yield self._edit(f"retype to {name}", path, [(*extent, new)])

    def _entries(self, mapping: Mapping, path: tuple[str, ...]) -> Iterator[Mutant]:
        keys: list[Any] = list(mapping)
        extents = [self._value_extent(key, mapping[key]) for key in keys]
        for index, key in enumerate(keys):
            start, end = self._extent(key)
            inside = (*path, str(key))
            yield self._edit("misspell the key", inside, [((start + end + 1) // 2, (start + end + 1) // 2, "x")])
            yield self._edit("retype the key to a list", inside, [(start, end, f"[{self.text[start:end]}]")])
            yield self._drop(mapping, inside, index, [self._extent(k)[0] for k in keys], extents)
            if index:
                yield self._swap(inside, extents[index - 1], extents[index])
            if extents[index] == self._extent(mapping[key]):
                yield from self.node(mapping[key], inside)

    def _items(self, items: Sequence, path: tuple[str, ...]) -> Iterator[Mutant]:
        extents = [self._extent(item) for item in items]
        for index, item in enumerate(items):
            inside = (*path, str(index))
            yield self._drop(items, inside, index, [start for start, _ in extents], extents)
            if index:
                yield self._swap(inside, extents[index - 1], extents[index])
            yield from self.node(item, inside)

    def _drop(self, holder: Any, path: tuple[str, ...], index: int, starts: list[int], extents: list[Extent]) -> Mutant:
        """Without one entry; it is told at the mapping or list that held it, which is where its lines are."""
        if len(starts) == 1:
            edit = (*self._extent(holder), "{}" if isinstance(holder, Mapping) else "[]")
        elif index + 1 < len(starts):
            edit = (starts[index], starts[index + 1], "")
        else:
            edit = (extents[index - 1][1], extents[index][1], "")
        text = self.text[: edit[0]] + edit[2] + self.text[edit[1] :]
        return Mutant("drop", ".".join(path), text, frozenset({holder.span.line + 1}))

    def _swap(self, path: tuple[str, ...], one: Extent, other: Extent) -> Mutant:
        edits = [(*one, self.text[slice(*other)]), (*other, self.text[slice(*one)])]
        return self._edit("swap with the one before", path, edits)

    def _edit(self, how: str, path: tuple[str, ...], edits: list[tuple[int, int, str]]) -> Mutant:
        text, shift, lines = self.text, 0, set()
        for start, end, new in edits:
            text = text[: start + shift] + new + text[end + shift :]
            first = text.count("\n", 0, start + shift) + 1
            lines |= set(range(first, first + new.count("\n") + 1))
            shift += len(new) - (end - start)
        return Mutant(how, ".".join(path), text, frozenset(lines))

    def _value_extent(self, key: Scalar, value: Any) -> Extent:
        """Where a value is written, which for an alias is not the place of its node."""
        end = self._extent(key)[1]
        if self._extent(value)[0] > end:
            return self._extent(value)
        alias = _ALIAS.search(self.text, end)
        assert alias is not None
        return alias.span()

    def _extent(self, node: Any) -> Extent:
        """From the first to the last character of a node, without its anchor."""
        start = self.starts[node.span.line] + node.span.column
        end = self.starts[node.span.end_line] + node.span.end_column if node.span.end_line < len(self.starts) else None
        written = self.text[start:end].rstrip()
        anchor = _ANCHOR.match(written)
        return start + (anchor.end() if anchor else 0), start + len(written)
