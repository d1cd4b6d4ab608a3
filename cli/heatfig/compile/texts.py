"""Texts from the spec may hold math; labels from data never do."""

import re
from dataclasses import replace

from heatfig.language.model.style import AxisTitle, Heading, Style, TrackName
from heatfig.plan.text import PLAIN, Text, TextStyle
from heatfig.scales.colors import ColorError, parse_color
from heatfig.scales.number_format import with_minus

_DOLLAR = re.compile(r"(?<!\\)\$")
_WORD = re.compile(r"(?:(?<!\\)\$.*?(?<!\\)\$|\S)+")


def spec_text(content: str | None) -> Text:
    r"""A text written in the spec: math where unescaped dollars pair up, else `\$` is a dollar."""
    content = content or ""
    dollars = len(_DOLLAR.findall(content))
    if dollars and dollars % 2 == 0:
        return Text(content, True)
    return Text(with_minus(content.replace(r"\$", "$")))


def data_text(content: str) -> Text:
    """A label from the data, shown as it is but for the minus sign of a number."""
    return Text(with_minus(content))


def titled(spec: AxisTitle | TrackName | None, otherwise: Text | None = None) -> Text:
    """A text as the spec sets and turns it; where it says none, the other text."""
    if spec is None:
        return otherwise or Text()
    found = headed(spec, otherwise)
    return set_in(found, replace(found.style or PLAIN, rotation=spec.rotation))


def headed(spec: Heading, otherwise: Text | None = None) -> Text:
    """A name as the spec sets it; where it says none, the other text."""
    text = spec_text(spec.text) if spec.text is not None or otherwise is None else otherwise
    return set_in(wrapped(text, spec.wrap), style_of(spec))


def set_in(text: Text, style: TextStyle) -> Text:
    """The text in a style."""
    return text if style == PLAIN else replace(text, style=style)


def style_of(spec: Style) -> TextStyle:
    """The style of the spec; an unknown colour is reported elsewhere."""
    try:
        color = parse_color(spec.color) if spec.color is not None else None
    except ColorError:
        color = None
    return TextStyle(spec.size, spec.bold, spec.italic, spec.underline, color, spec.align)


def wrapped(text: Text, most: int | None) -> Text:
    """The text with its lines broken between words, none with more characters where the words allow."""
    if most is None:
        return text
    return replace(text, content="\n".join(_broken(text, line, most) for line in text.content.split("\n")))


def _broken(text: Text, line: str, most: int) -> str:
    lines: list[str] = []
    if len(line) <= most:
        return line
    for word in _WORD.findall(line) if text.math else line.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "\n".join(lines) or line
