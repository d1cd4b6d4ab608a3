"""The plain data of a spec: every key and value knows where it stands.

A scalar keeps the text that was written: `NO`, `010` and `1e-3` get their types later, from the
place they stand in.
"""

from collections.abc import Iterable
from typing import Any, assert_never

from heatfig.language.span import Span

INVALID: Any = object()  # stands for what is wrong, noted and left out


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


def scalar_at(text: str, span: Span) -> Scalar:
    """A text without quotes that stands where something else was written."""
    scalar = Scalar(text)
    scalar.span = span
    return scalar


def sequence_at(items: Iterable[Any], span: Span) -> Sequence:
    """A list that stands where something else was written."""
    sequence = Sequence(items)
    sequence.span = span
    return sequence


def mapping_at(entries: dict[str, Any], span: Span) -> Mapping:
    """A mapping that stands where something else was written; keys that are not written yet stand there, too."""
    mapping = Mapping({k if isinstance(k, Scalar) else scalar_at(k, span): value for k, value in entries.items()})
    mapping.span = span
    return mapping


def is_nothing(node: Any) -> bool:
    """Whether nothing was written."""
    return isinstance(node, Scalar) and node.plain and node in {"", "~"}


def kind_name(node: Node) -> str:
    """What a value is, in the words of YAML."""
    match node:
        case Mapping():
            return "a mapping"
        case Sequence():
            return "a list"
        case Scalar():
            return "nothing" if is_nothing(node) else f"'{node}'"
        case _:
            assert_never(node)


def holds(node: Any, path: tuple[str | int, ...]) -> bool:
    """Whether something stands at a path below a node."""
    for step in path:
        listed = isinstance(node, list) and isinstance(step, int) and step < len(node)
        if not listed and not (isinstance(node, dict) and step in node):
            return False
        node = node[step]
    return True
