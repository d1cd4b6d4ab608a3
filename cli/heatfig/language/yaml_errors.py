"""What the YAML parser complains of, in words that say how to mend it."""

import re
from typing import Any

import yaml

from heatfig.diagnostics.codes import Code
from heatfig.language.span import Span

Explained = tuple[Code, str, Span, str]

_BEGUN = {
    "while parsing a flow sequence": "the list in [ ] that begins {at} may not be closed",
    "while parsing a flow mapping": "the mapping in { } that begins {at} may not be closed",
    "while parsing a flow node": "the list in [ ] or the mapping in { } that begins {at} may not be closed",
    "while scanning a quoted scalar": "the quoted text that begins {at} may not be closed",
    "while parsing a block mapping": "keys of one mapping begin in the same column; this one begins {at}",
    "while parsing a block collection": "items of one list begin in the same column; this one begins {at}",
}
_NO_ITEM = "while parsing a flow node"  # which the parser places where the item is wanted, not where its list begins
_HINTS = {
    "could not find expected ':'": "a key is followed by ': '; a text of several lines is written in quotes",
    "did not find expected <document start>": "keys of one mapping begin in the same column",
    "found incompatible YAML document": "leave the line out: a spec is YAML 1.2",
    "escape character": "in double quotes a backslash is written twice; in single quotes it stands for itself",
    "escape code": "in double quotes a backslash is written twice; in single quotes it stands for itself",
}
# A quoted text, or a comment and what it holds if that is a colour.
_QUOTED_OR_COMMENT = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<![^\s\[{,])#(?:(?P<color>(?:[0-9a-f]{3,4}){1,2})(?![^\s\]},]))?.*""",
    re.IGNORECASE,
)

_COLON = "put a text that holds ': ' into quotes"
_COMMENT_BEHIND = re.compile(r"\s+#")


def explained(error: yaml.MarkedYAMLError, file: str, lines: tuple[str, ...]) -> Explained:
    """Code, message, place and hint; an end of the file that comes too soon is reported where it was wanted."""
    mark = error.problem_mark or error.context_mark
    begun: Any = error.context_mark
    if begun is not None and error.context == _NO_ITEM:
        begun = _opened(file, lines, begun) or begun
    message = f"not YAML: {error.problem or error.context}"
    if mark is None:
        return "not-yaml", message, Span(file, 0, 0, 0, 1), ""
    if begun is not None and "flow" in str(error.context):
        color = commented_color(lines, Span(file, begun.line, begun.column, mark.line, mark.column))
        if color is not None:
            return color
    if begun is not None and not any(line.strip() for line in lines[mark.line :]):
        mark = begun
        message = message.replace("unexpected end of stream", "the end of the file")
    return (
        "not-yaml",
        message,
        Span(file, mark.line, mark.column, mark.line, mark.column + 1),
        _hint(error, lines, mark, begun),
    )


def color_behind(lines: tuple[str, ...], span: Span) -> Explained | None:
    """The colour behind a value of which nothing else is left, as YAML takes it for a comment."""
    behind = _COMMENT_BEHIND.match(lines[span.line], span.column) if span.line < len(lines) else None
    return None if behind is None else commented_color(lines, span)


def commented_color(lines: tuple[str, ...], span: Span) -> Explained | None:
    """The first colour on the lines of a value, from where it begins, that YAML takes for a comment."""
    for number, line in enumerate(lines[span.line : span.end_line + 1], start=span.line):
        for found in _QUOTED_OR_COMMENT.finditer(line, span.column if number == span.line else 0):
            if found["color"]:
                at = Span(span.file, number, found.start(), number, found.end("color"))
                message = f"#{found['color']} is a comment here, as a # without quotes begins one"
                return "bad-color", message, at, f'put the colour into quotes: "#{found["color"]}"'
    return None


def _opened(file: str, lines: tuple[str, ...], mark: Any) -> Span | None:
    """The last bracket before a mark that nothing closes up to there."""
    depth = 0
    for number in range(min(mark.line, len(lines) - 1), -1, -1):
        line = lines[number][: mark.column] if number == mark.line else lines[number]
        bare = _QUOTED_OR_COMMENT.sub(lambda found: " " * len(found.group()), line)
        for column in range(len(bare) - 1, -1, -1):
            depth += (bare[column] in "]}") - (bare[column] in "[{")
            if depth < 0:
                return Span(file, number, column, number, column + 1)
    return None


def _hint(error: yaml.MarkedYAMLError, lines: tuple[str, ...], mark: Any, begun: Any) -> str:
    explanation = str(error.problem)
    if "start any token" in explanation:
        found = lines[mark.line][mark.column : mark.column + 1]
        return "indent with spaces, not tabs" if found == "\t" else f"put a text that begins with {found} into quotes"
    if "mapping values are not allowed" in explanation:
        if ": " in lines[mark.line][: mark.column]:
            return _COLON
        return "keys of one mapping begin in the same column, and ': ' follows each"
    if "flow" in str(error.context) and _is_second_colon(lines, mark):
        return _COLON
    if "expected ',' or '}'" in explanation and lines[mark.line][: mark.column].rstrip().endswith("}"):
        return "put a text that holds braces into quotes, and a comma between two entries"
    for known, hint in _HINTS.items():
        if known in explanation:
            return hint
    if mark is not begun and error.context == _NO_ITEM:
        return "a value is missing here; a text that begins with a bracket or a comma is put into quotes"
    at = f"on line {begun.line + 1}" if begun is not None else "before"
    return _BEGUN.get(str(error.context), "").replace("{at}", at)


def _is_second_colon(lines: tuple[str, ...], mark: Any) -> bool:
    """Whether a mark is at a colon that ends a key, behind another one on its line."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    return ": " in line[: mark.column] and line[mark.column : mark.column + 2].rstrip() == ":"
