"""Diagnostics as a person or a machine reads them: the message formats by name."""

import json
from collections.abc import Callable

from heatfig.diagnostics import Diagnostic, Place

_RED, _BLUE, _BOLD, _PLAIN = "\x1b[31m", "\x1b[34m", "\x1b[1m", "\x1b[0m"


def as_text(diagnostic: Diagnostic, color: bool = False) -> str:
    """A headline, the line with a caret, the mend."""
    red, blue, bold, plain = (_RED, _BLUE, _BOLD, _PLAIN) if color else ("", "", "", "")
    place = diagnostic.place
    where = f"{bold}{place}{plain}: " if place else ""
    lines = [f"{red}error{plain}: {where}{diagnostic.message}"]
    if place and place.excerpt:
        lines += _excerpt(place, red, plain)
    if diagnostic.hint:
        lines.append(f"  {blue}help{plain}: {diagnostic.hint}")
    return "\n".join(lines)


def as_json(diagnostic: Diagnostic) -> str:
    """One JSON object on one line; line, column and end are null where there is none."""
    place = diagnostic.place
    return json.dumps(
        {
            "code": diagnostic.code,
            "message": diagnostic.message,
            "file": place.file if place else None,
            "line": (place.line or None) if place else None,
            "column": (place.column or None) if place else None,
            "end": (place.end or None) if place else None,
            "help": diagnostic.hint or None,
        },
        ensure_ascii=False,
    )


def as_github(diagnostic: Diagnostic) -> str:
    """A workflow command that annotates the line in a pull request."""
    place = diagnostic.place
    properties = {"title": f"heatfig: {diagnostic.code}"}
    if place:
        numbers = {"line": place.line, "col": place.column, "endColumn": place.end}
        properties |= {"file": place.file} | {key: str(number) for key, number in numbers.items() if number}
    written = ",".join(f"{key}={_escaped(value, properties=True)}" for key, value in properties.items())
    message = diagnostic.message + (f"\nhelp: {diagnostic.hint}" if diagnostic.hint else "")
    return f"::error {written}::{_escaped(message)}"


# The form for people also takes whether to use colour, so the caller makes it itself.
MACHINE_FORMATS: dict[str, Callable[[Diagnostic], str]] = {"json": as_json, "github": as_github}


def _escaped(text: str, properties: bool = False) -> str:
    """The escapes that GitHub's runner undoes; a comma or colon would end a property."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if properties else text


def _excerpt(place: Place, red: str, plain: str) -> list[str]:
    shown = place.excerpt.expandtabs(1)
    gutter = f"{place.line:>5} | "
    if not place.column:
        return [gutter + shown]
    width = max(1, min(place.end or place.column + 1, len(shown) + 1) - place.column)
    return [gutter + shown, f"{'':>5} | {' ' * (place.column - 1)}{red}{'^' * width}{plain}"]
