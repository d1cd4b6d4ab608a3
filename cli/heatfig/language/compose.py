"""Events of the YAML parser → plain data.

In one pass, so that depth, aliases and size are bounded while reading, and equal keys are seen.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import yaml

from heatfig.diagnostics import Place, nearest, problem
from heatfig.language.faults import Faults
from heatfig.language.nodes import Mapping, Scalar, Sequence
from heatfig.language.span import Span
from heatfig.language.yaml_errors import color_behind

MAX_DEPTH = 64
MAX_VALUES = 100_000
_STANDARD_TAG = "tag:yaml.org,2002:"


class Composer:
    """Makes one mapping of a spec's events; what can be left out is noted as a fault, all else raises Problems."""

    def __init__(self, file: str, lines: tuple[str, ...]) -> None:
        self.faults = Faults(file, lines)
        self.anchors: dict[str, Any] = {}
        self.sizes: dict[int, int] = {}

    def document(self, events: Iterator[Any]) -> Mapping:
        """The mapping that the spec is."""
        root = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self.faults.refuse(
                        "two-documents", "a spec is one document", self._span(event), "make one file of each"
                    )
                root = self._node(next(events), events, 1)
        if root is None:
            hint = "heatfig init FILE.csv writes one for a score file"
            raise problem("empty-spec", "the spec is empty", Place(self.faults.file), hint)
        if not isinstance(root, Mapping):
            hint = "it begins with a key, a colon and a space, such as scores: FILE.csv"
            self.faults.refuse("not-a-mapping", "a spec is a mapping of keys to values", root.span, hint)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Any:
        span = self._span(event)
        if depth > MAX_DEPTH:
            hint = "no key needs as many; close what was opened by mistake"
            self.faults.refuse("too-deep", f"values nest deeper than {MAX_DEPTH} levels", span, hint)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), span)
        if event.tag is not None and not (isinstance(event, yaml.ScalarEvent) and event.tag == "!"):
            shown = event.tag.replace(_STANDARD_TAG, "!!")
            hint = "leave it out: the place of a value says what it is"
            self.faults.refuse("tag", f"the tag {shown} is not part of the language", span, hint)
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
        fault = None if scalar or not scalar.plain else color_behind(self.faults.lines, scalar.span)
        if fault is None:
            return scalar
        code, message, span, hint = fault
        self.faults.note(code, message, span, hint)
        meant = Scalar(self.faults.lines[span.line][span.column : span.end_column])
        meant.span = span
        return meant

    def _fill_sequence(self, items: Sequence, events: Iterator[Any], depth: int) -> None:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                items.span = _reach(items.span, event)
                break
            item = self._node(event, events, depth + 1)
            self._weigh(items, item)
            items.append(item)

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
                self.faults.note("bad-key", message, key.span, "put it into quotes")
                self._weigh(mapping, key)
            elif key in firsts:
                self.faults.note_twice(key, firsts[key])
            else:
                firsts[key] = key.span
                if key == "<<" and key.plain:
                    merged = self._merged(value)
                else:
                    self._put(mapping, key, value)
        for key, value in chain.from_iterable(other.items() for other in merged):
            if key not in mapping:
                self._put(mapping, key, value)

    def _put(self, mapping: Mapping, key: str, value: Any) -> None:
        self._weigh(mapping, value)
        mapping[key] = value

    def _merged(self, value: Any) -> list[Mapping]:
        others = value if isinstance(value, Sequence) else [value]
        for other in others:
            if not isinstance(other, Mapping):
                message = "`<<` takes a mapping or a list of mappings"
                self.faults.refuse("bad-merge", message, other.span, "such as <<: *name")
        return list(others)

    def _alias(self, name: str, span: Span) -> Any:
        if name not in self.anchors:
            hint = nearest(name, self.anchors, "anchors") or "a text that begins with * is put into quotes"
            self.faults.refuse("unknown-anchor", f"no finished anchor '{name}' before this alias", span, hint)
        return self.anchors[name]

    def _weigh(self, node: Sequence | Mapping, child: Any) -> None:
        """Count a value that goes into another, with aliases written out, before nested ones can explode."""
        size = self.sizes.get(id(node), 1) + self.sizes.get(id(child), 1)
        if size > MAX_VALUES:
            hint = "scores belong in a CSV file; an alias counts with all that it stands for"
            self.faults.refuse("too-large", f"the spec holds over {MAX_VALUES:,} values", node.span, hint)
        self.sizes[id(node)] = size

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.faults.file, start.line, start.column, end.line, end.column)


def _reach(span: Span, end: Any) -> Span:
    return Span(span.file, span.line, span.column, end.end_mark.line, end.end_mark.column)
