"""YAML text → plain data whose every key and value knows where it stands.

One pass over the parser's events, so that depth, aliases and size are bounded while reading,
equal keys are seen, and a scalar keeps the text that was written: `NO`, `010` and `1e-3` get
their types later, from the place they stand in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from heatfig.codes import Code
from heatfig.diagnostics import Diagnostic, Place, Problems, Report, nearest, problem
from heatfig.origin import Path
from heatfig.spec.span import Span
from heatfig.spec.yaml_errors import explained, lost_color
from heatfig.text import MOST_OF_A_SPEC, decode

MAX_DEPTH = 64
MAX_VALUES = 100_000
_SEPARATOR = re.compile("[\u2028\u2029]")
_STANDARD_TAG = "tag:yaml.org,2002:"


class Scalar(str):
    """The text of a scalar; `plain` if it was written without quotes."""

    span: Span
    plain = True


class Sequence(list[Any]):
    """A YAML sequence."""

    span: Span


class Mapping(dict[str, Any]):
    """A YAML mapping; its keys are Scalars, with spans of their own."""

    span: Span


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class Source:
    """A parsed spec: its data, its lines for the excerpts, and what is wrong with keys and lost colours."""

    file: str
    lines: tuple[str, ...]
    root: Mapping
    faults: tuple[Diagnostic, ...] = ()

    def place(self, node: Any, path: Path = ()) -> Place:
        """The place of the value at `path` below `node`, or of the deepest part that exists."""
        return self.at(self.find(node, path).span)

    def find(self, node: Any, path: Path) -> Any:
        """The value at `path` below `node`, or the deepest part that exists."""
        for step in path:
            if isinstance(node, Mapping) and step in node:
                node = node[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
        return node

    def key_place(self, node: Any, key: str) -> Place:
        """The place of a key itself rather than of its value; of the whole if it is no mapping with that key."""
        keys = node if isinstance(node, Mapping) else ()
        return self.at(next((k.span for k in keys if k == key and isinstance(k, Scalar)), node.span))

    def at(self, span: Span) -> Place:
        """The place of a span, cut at the end of its first line."""
        return _place(self.file, self.lines, span)


def parse(content: bytes, file: str) -> Source:
    """Read a spec's bytes; raises Problems for anything that is not one mapping of plain YAML."""
    if file.lower().endswith((".csv", ".tsv")):
        hint = f"heatfig init {file} writes a spec that draws it"
        raise problem("not-a-mapping", "a score file where a spec is wanted", Place(file), hint)
    if len(content) > MOST_OF_A_SPEC:
        raise problem(
            "too-large", f"the spec is over {MOST_OF_A_SPEC:,} bytes", Place(file), "scores belong in a CSV file"
        )
    text = decode(content, file)
    lines = tuple(text.split("\n"))
    _refuse_separators(file, lines)
    try:
        composer = _Composer(file, lines)
        root = composer.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        code, message, span, hint = explained(error, lines)
        raise problem(code, message, _place(file, lines, span), hint) from None
    except yaml.YAMLError as error:
        raise problem("not-yaml", f"not YAML: {str(error).splitlines()[0]}", Place(file)) from None
    return Source(file, lines, root, tuple(composer.report.found))


def _refuse_separators(file: str, lines: tuple[str, ...]) -> None:
    """The parser ends a line where nobody sees one end."""
    for number, line in enumerate(lines):
        found = _SEPARATOR.search(line)
        if found:
            message = f"YAML takes the invisible character U+{ord(found.group()):04X} for the end of a line"
            place = _place(file, lines, Span(number, found.start(), number, found.end()))
            raise problem("control-character", message, place, 'take it out; in double quotes "\\n" breaks a line')


class _Composer:
    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.file = file
        self.lines = lines
        self.anchors: dict[str, Any] = {}
        self.sizes: dict[int, int] = {}
        self.twice: list[tuple[Scalar, Span]] = []
        self.report = Report()

    def document(self, events: Iterator[Any]) -> Mapping:
        root = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._fail("two-documents", "a spec is one document", _span(event), "make a file of each")
                root = self._node(next(events), events, 1)
        if root is None:
            raise problem("empty-spec", "the spec is empty", Place(self.file))
        if not isinstance(root, Mapping):
            hint = "it begins with a key, a colon and a space, such as scores: FILE.csv"
            self._fail("not-a-mapping", "a spec is a mapping of keys to values", root.span, hint)
        self._add_twice()
        assert isinstance(root, Mapping)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        span = _span(event)
        if depth > MAX_DEPTH:
            self._fail("too-deep", f"values nest deeper than {MAX_DEPTH} levels", span)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), span)
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            shown = event.tag.replace(_STANDARD_TAG, "!!")
            hint = "leave it out: the place of a value says what it is"
            self._fail("tag", f"the tag {shown} is not part of the language", span, hint)
        node = self._fresh(event, events, depth, span)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _fresh(self, event: Any, events: Iterator[Any], depth: int, span: Span) -> Any:
        if isinstance(event, yaml.ScalarEvent):
            scalar = Scalar(event.value)
            scalar.span, scalar.plain = span, not event.style
            return self._with_color(scalar)
        if isinstance(event, yaml.SequenceStartEvent):
            items = Sequence()
            items.span = span
            self._fill_sequence(items, events, depth)
            return items
        mapping = Mapping()
        mapping.span = span
        self._fill_mapping(mapping, events, depth)
        return mapping

    def _with_color(self, scalar: Scalar) -> Scalar:
        """The scalar; if it is empty as its colour was written as a comment, that is noted, and the colour returned."""
        lost = None if scalar or not scalar.plain else lost_color(self.lines, scalar.span)
        if lost is None:
            return scalar
        code, message, span, hint = lost
        self.report.add(code, message, self._at(span), hint)
        meant = Scalar(self.lines[span.line][span.column : span.end_column])
        meant.span = span
        return meant

    def _fill_sequence(self, items: Sequence, events: Iterator[Any], depth: int) -> None:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                items.span = _reach(items.span, event)
                break
            items.append(self._node(event, events, depth + 1))
        self._weigh(items, items)

    def _fill_mapping(self, mapping: Mapping, events: Iterator[Any], depth: int) -> None:
        merged: list[Mapping] = []
        firsts: dict[Scalar, Span] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                mapping.span = _reach(mapping.span, event)
                break
            key = self._node(event, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, Scalar):
                message = "a key is a word, not a list or a mapping"
                self.report.add("bad-key", message, self._at(key.span), "put it into quotes")
                continue
            if key in firsts:
                self.twice.append((key, firsts[key]))
            elif key == "<<" and key.plain:
                merged = self._merged(value)
            else:
                mapping[key] = value
            firsts.setdefault(key, key.span)
        for other in merged:
            for key, value in other.items():
                mapping.setdefault(key, value)
        self._weigh(mapping, mapping.values())

    def _merged(self, value: Any) -> list[Mapping]:
        others = value if isinstance(value, Sequence) else [value]
        for other in others:
            if not isinstance(other, Mapping):
                self._fail("bad-merge", "`<<` takes a mapping or a list of mappings", other.span, "such as <<: *name")
        return list(others)

    def _alias(self, name: str, span: Span) -> Any:
        if name not in self.anchors:
            hint = nearest(name, self.anchors, "anchors") or "a text that begins with * is put into quotes"
            self._fail("unknown-anchor", f"no finished anchor '{name}' before this alias", span, hint)
        return self.anchors[name]

    def _weigh(self, node: Sequence | Mapping, children: Any) -> None:
        """Count values with aliases written out, so that nested aliases cannot explode later."""
        size = 1 + sum(self.sizes.get(id(child), 1) for child in children)
        if size > MAX_VALUES:
            self._fail("too-large", f"the spec holds over {MAX_VALUES:,} values", node.span)
        self.sizes[id(node)] = size

    def _fail(self, code: Code, message: str, span: Span, hint: str = "") -> None:
        self._add_twice()
        self.report.add(code, message, self._at(span), hint)
        raise Problems(self.report.found)

    def _add_twice(self) -> None:
        """Note the keys that stand twice, each at its second place."""

        def told(number: int) -> tuple[str, Place, str]:
            key, first = self.twice[number]
            merged = key == "<<" and key.plain
            hint = "merge several at once: <<: [*one, *other]" if merged else f"first on line {first.line + 1}"
            return f"the key '{key}' stands twice", self._at(key.span), hint

        self.report.add_some("equal-keys", len(self.twice), told)

    def _at(self, span: Span) -> Place:
        return _place(self.file, self.lines, span)


def _place(file: str, lines: tuple[str, ...], span: Span) -> Place:
    excerpt = lines[span.line] if span.line < len(lines) else ""
    end = span.end_column if span.end_line == span.line else len(excerpt)
    return Place(file, span.line + 1, span.column + 1, max(end, span.column + 1) + 1, excerpt)


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line, start.column, end.line, end.column)


def _reach(span: Span, end: Any) -> Span:
    return Span(span.line, span.column, end.end_mark.line, end.end_mark.column)
