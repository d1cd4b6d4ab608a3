"""A parsed spec, and where in it everything stands."""

from typing import Any

from heatfig.diagnostics import Diagnostic, Place
from heatfig.diagnostics.origin import Path
from heatfig.language.nodes import Mapping, Scalar, Sequence
from heatfig.language.span import Span
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Source:
    """A parsed spec: its data, the lines of each file it was read from, and what is wrong with keys and lost colours.

    The first of the files is the spec itself; the others are those that it extends.
    """

    lines: dict[str, tuple[str, ...]]
    root: Mapping
    faults: tuple[Diagnostic, ...] = ()

    @property
    def file(self) -> str:
        """The name of the spec."""
        return next(iter(self.lines))

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
        return place_in(self.lines[span.file], span)


def place_in(lines: tuple[str, ...], span: Span) -> Place:
    """The place of a span in a file of these lines, cut at the end of its first line."""
    excerpt = lines[span.line] if span.line < len(lines) else ""
    end = span.end_column if span.end_line == span.line else len(excerpt)
    return Place(span.file, span.line + 1, span.column + 1, max(end, span.column + 1) + 1, excerpt)
