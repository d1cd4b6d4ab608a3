"""Diagnostics as a person or a machine reads them: the message formats by name."""

import json
import re
from collections.abc import Callable
from unicodedata import category, east_asian_width

from heatfig.diagnostics import Diagnostic, Place

_RED, _BLUE, _BOLD, _PLAIN = "\x1b[31m", "\x1b[34m", "\x1b[1m", "\x1b[0m"
# Where GitHub's log takes a line for a command: two colons first of all, or two number signs before a bracket anywhere.
_COMMAND = re.compile(r"^\s*:(?=:)|#(?=#\[)")
_BLANK = "\t\xa0\u3000"
MOST_SHOWN = 120  # characters of an excerpt
MOST_SAID = 400  # characters of a message or its mend


def as_text(diagnostic: Diagnostic, color: bool = False) -> str:
    """A headline, the line with a caret, the mend."""
    red, blue, bold, plain = (_RED, _BLUE, _BOLD, _PLAIN) if color else ("", "", "", "")
    place = diagnostic.place
    where = f"{bold}{visible(str(place))}{plain}: " if place else ""
    lines = [f"{red}error{plain}: {where}{visible(diagnostic.message)}"]
    if place and place.excerpt:
        lines += _excerpt(place, red, plain)
    if diagnostic.hint:
        lines.append(f"  {blue}help{plain}: {visible(diagnostic.hint)}")
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
    )


def as_github(diagnostic: Diagnostic) -> str:
    """A workflow command that annotates the line in a pull request."""
    place = diagnostic.place
    properties = {"title": f"heatfig: {diagnostic.code}"}
    if place:
        numbers = {"line": place.line, "col": place.column, "endColumn": place.end}
        properties |= {"file": line(place.file)} | {key: str(number) for key, number in numbers.items() if number}
    written = ",".join(f"{key}={_escaped(value, properties=True)}" for key, value in properties.items())
    message = visible(diagnostic.message) + (f"\nhelp: {visible(diagnostic.hint)}" if diagnostic.hint else "")
    return f"::error {written}::{_escaped(message)}"


# The form for people also takes whether to use colour, so the caller makes it itself.
MACHINE_FORMATS: dict[str, Callable[[Diagnostic], str]] = {"json": as_json, "github": as_github}


def _escaped(text: str, properties: bool = False) -> str:
    """The escapes that GitHub's runner undoes; a comma or colon would end a property."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if properties else text


def _excerpt(place: Place, red: str, plain: str) -> list[str]:
    length = len(place.excerpt)
    start = max(0, place.column - 1)
    end = max(start + 1, min(place.end - 1 if place.end else start + 1, length))
    # Of a long line, the part around the place.
    first = max(0, min(start - MOST_SHOWN // 3, length - MOST_SHOWN))
    text = harmless(place.excerpt[first : first + MOST_SHOWN])
    shown = ("…" if first else "") + text.expandtabs(1) + ("…" if first + MOST_SHOWN < length else "")
    lines = [f"{place.line:>5} | {shown}"]
    if place.column:
        before = _cells(text[: start - first]) + bool(first)
        carets = max(1, _cells(text[start - first : end - first]))
        lines.append(f"{'':>5} | {' ' * before}{red}{'^' * carets}{plain}")
    return lines


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(0 if category(c) in {"Mn", "Me", "Cf"} else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def visible(text: str) -> str:
    """The text as `line` has it, and of bounded length."""
    if len(text) > MOST_SAID:
        text = f"{text[: MOST_SAID - 100]} … {text[-100:]}"
    return line(text)


def line(text: str) -> str:
    """The text on one line that GitHub's log takes for no command, with escapes for all that is not seen itself."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}\\x{ord(found[0][-1]):02x}", text)


def harmless(text: str) -> str:
    """The text, one character for one, without those that move the cursor or turn the writing; tabs and blanks stay."""
    text = _COMMAND.sub(lambda found: f"{found[0][:-1]}\N{REPLACEMENT CHARACTER}", text)
    return "".join(c if c.isprintable() or c in _BLANK else "\N{REPLACEMENT CHARACTER}" for c in text)
