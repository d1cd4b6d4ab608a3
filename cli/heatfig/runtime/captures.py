"""Texts by a pattern: `*` and `?` stand for characters, `{model}` for some that are captured."""

import re
from functools import cache
from typing import Literal, assert_never, cast

_PART = re.compile(
    r"\\(?P<literal>[*?{}\\])|(?P<any>\*)|(?P<one>\?)|\{(?P<name>[^\W\d]\w*)\}|(?P<text>[^*?{\\]+|[{\\])"
)

Kind = Literal["literal", "any", "one", "name", "text"]  # the groups of `_PART`


def is_pattern(text: str) -> bool:
    """Whether a text is a pattern of texts, and not one text."""
    return any(found.lastgroup in {"any", "one", "name"} for found in _PART.finditer(text))


def plain_text(text: str) -> str:
    """The text that one without patterns stands for."""
    return "".join(found["literal"] or found[0] for found in _PART.finditer(text))


def captures(pattern: str) -> tuple[str, ...]:
    """The names that a pattern captures, in order."""
    return tuple(dict.fromkeys(found["name"] for found in _PART.finditer(pattern) if found["name"]))


@cache
def parts_of(pattern: str) -> tuple[tuple[Kind, str], ...]:
    """The parts of a pattern, each with its kind."""
    found = _PART.finditer(pattern)
    return tuple((cast(Kind, part.lastgroup), part["name"] or part["literal"] or part[0]) for part in found)


def captured(pattern: str, text: str) -> list[tuple[str, str]] | None:
    """What each name of a pattern stands for, as little as may be, while a `*` is as much; None if nothing fits.

    From behind, where each part may begin such that it and those after it fit, which no text makes long.
    """
    parts = parts_of(pattern)
    starts = [{len(text)}]
    for kind, part in reversed(parts):
        starts.append(_before(kind, part, text, starts[-1]))
    if 0 not in starts.pop():
        return None
    at, found = 0, []
    for kind, part in parts:
        ends = starts.pop()
        begin, at = at, _after(kind, part, at, ends)
        if kind == "name":
            found.append((part, text[begin:at]))
    return found


def _after(kind: Kind, part: str, at: int, ends: set[int]) -> int:
    """Where a part ends that begins at a place and may end at these."""
    match kind:
        case "any":
            return max(ends)
        case "name":
            return min(end for end in ends if end > at)
        case "one":
            return at + 1
        case "literal" | "text":
            return at + len(part)
    assert_never(kind)


def _before(kind: Kind, part: str, text: str, ends: set[int]) -> set[int]:
    """Where a part may begin that ends at one of these places."""
    match kind:
        case "any":
            return set(range(max(ends, default=-1) + 1))
        case "name":
            return set(range(max(ends, default=0)))
        case "one":
            return {end - 1 for end in ends if end}
        case "literal" | "text":
            return {end - len(part) for end in ends if text.endswith(part, 0, end)}
    assert_never(kind)
