"""What the YAML parser complains of, in words that say how to mend it."""

from typing import Any

import yaml

from heatfig.spec.span import Span

_BEGUN = {
    "while parsing a flow sequence": "the list in [ ] that begins {at} may not be closed",
    "while parsing a flow mapping": "the mapping in { } that begins {at} may not be closed",
    "while scanning a quoted scalar": "the quoted text that begins {at} may not be closed",
    "while parsing a block mapping": "keys of one mapping begin in the same column; this one begins {at}",
    "while parsing a block collection": "items of one list begin in the same column; this one begins {at}",
}
_MENDS = {
    "could not find expected ':'": "a key is followed by ': '; a text of several lines is written in quotes",
    "did not find expected <document start>": "keys of one mapping begin in the same column",
    "escape character": "in double quotes a backslash is written twice; in single quotes it stands for itself",
    "escape code": "in double quotes a backslash is written twice; in single quotes it stands for itself",
}


def explained(error: yaml.MarkedYAMLError, lines: tuple[str, ...]) -> tuple[str, Span, str]:
    """Message, place and mend; an end of the file that comes too soon is told where it was wanted."""
    mark = error.problem_mark or error.context_mark
    begun = error.context_mark
    message = f"not YAML: {error.problem or error.context}"
    if mark is None:
        return message, Span(0, 0, 0, 1), ""
    if begun is not None and not any(line.strip() for line in lines[mark.line :]):
        mark = begun
        message = message.replace("unexpected end of stream", "the end of the file")
    return message, Span(mark.line, mark.column, mark.line, mark.column + 1), _mend(error, lines, mark)


def _mend(error: yaml.MarkedYAMLError, lines: tuple[str, ...], mark: Any) -> str:
    said = str(error.problem)
    if "start any token" in said:
        found = lines[mark.line][mark.column : mark.column + 1]
        return "indent with spaces, not tabs" if found == "\t" else f"put a text that begins with {found} into quotes"
    if "mapping values are not allowed" in said:
        if ": " in lines[mark.line][: mark.column]:
            return "put a text that holds ': ' into quotes"
        return "keys of one mapping begin in the same column, and ': ' follows each"
    for known, mend in _MENDS.items():
        if known in said:
            return mend
    begun = _BEGUN.get(str(error.context), "")
    at = f"on line {error.context_mark.line + 1}" if error.context_mark is not None else "before"
    return begun.replace("{at}", at)
