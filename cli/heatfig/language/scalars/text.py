"""Labels of the data, texts of the user, and names."""

import re
from typing import Annotated, Any

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal, printable, written

LONGEST_PATTERN = 200  # characters: to look for it in a text may take the product of both
_TAGS = re.compile(r"[^A-Za-z0-9]*[aAiI1][^A-Za-z0-9]*")
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_TAGS_SCHEMA = {"type": ["string", "number"], "examples": ["(a)", "A", "1."]}


def read_label(node: Scalar) -> str:
    """Any text that can be printed, as it is written."""
    return printable(str(written(node, "a text")))


def _pattern(node: Scalar) -> str:
    if len(node) > LONGEST_PATTERN and not set(node).isdisjoint("*?"):
        message = f"a pattern of {len(node):,} characters"
        raise Refusal("too-large", message, f"at most {LONGEST_PATTERN}; `*` stands for any number of them")
    return read_label(node)


def _text(node: Scalar) -> str:
    if node.plain and node == "none":
        raise Refusal(
            "unknown-word", "`none` is not a text here", 'write "" for no text, or "none" in quotes for the word'
        )
    return read_label(node)


def _comment(node: Scalar) -> str:
    text = read_label(node)
    if node.plain and text == "none":
        hint = 'leave it out where there are no comments, or put "none" into quotes for the word'
        raise Refusal("unknown-word", "`none` is no mark of comments", hint)
    if not text.strip() or not text.isascii() or '"' in text:
        raise Refusal("wrong-type", f"no comment begins with '{text}'", 'such as "#" or "//", in quotes')
    return text


def _tags(node: Scalar) -> str:
    text = _text(node)
    if not _TAGS.fullmatch(text):
        raise Refusal("wrong-type", f"'{text}' is not a pattern of tags", "such as (a), A, 1. or i)")
    return text


Label = Annotated[str, Atom("label", "labels", read_label, TEXT_SCHEMA, free=True)]  # or what is compared with one
Comment = Annotated[str, Atom("mark of comments", "marks of comments", _comment, TEXT_SCHEMA)]
Pattern = Annotated[str, Atom("label", "labels", _pattern, TEXT_SCHEMA, free=True)]  # a label, or a pattern of some
Text = Annotated[str, Atom("text", "texts", _text, TEXT_SCHEMA)]  # of the user's own
Renamed = dict[Label, Text]  # a text in place of each label
Tags = Annotated[str, Atom("pattern of tags", "patterns of tags", _tags, _TAGS_SCHEMA)]
Color = Annotated[str, Atom("colour", "colours", read_label, TEXT_SCHEMA)]
ColormapName = Annotated[str, Atom("colormap's name", "names of colormaps", read_label, TEXT_SCHEMA)]
FontName = Annotated[str, Atom("font family", "font families", read_label, TEXT_SCHEMA)]
PanelName = Annotated[str, Atom("panel's name", "names of panels", _text, TEXT_SCHEMA)]
