"""Lines that starter specs of all forms have."""

import re
from collections.abc import Iterable, Mapping, Sequence

from heatfig.build.starter.looks import quoted
from heatfig.build.starter.reading import Read

MOST_TICKS = 150
MOST_NAMED = 8


def scores_line(read: Read, more: Mapping[str, str] | None = None) -> str:
    """The line of `scores`: the files, and all that says how they are read."""
    files = [quoted(name) for name in read.named.names]
    keys = ({"form": read.form} if read.form != "long" else {}) | dict(more or {})
    if read.header != "unique":
        keys["header"] = read.header
    if read.dialect.separator != ("\t" if ".tsv" in read.named.names[0] else ","):
        keys["separator"] = quoted(read.dialect.separator)
    if read.dialect.decimal != ".":
        keys["decimal"] = '","'
    if read.dialect.comment is not None:
        keys["comment"] = quoted(read.dialect.comment)
    rest = "".join(f", {key}: {value}" for key, value in keys.items())
    entries = [f"{{file: {file}{rest}}}" if rest else file for file in files]
    return f"scores: {entries[0]}" if len(entries) == 1 else f"scores: [{', '.join(entries)}]"


def listed(names: Iterable[str]) -> str:
    """Names as a list of YAML."""
    return f"[{', '.join(map(quoted, names))}]"


def not_shown(names: Sequence[str]) -> list[str]:
    """A comment that names the columns that a figure leaves out."""
    if not names:
        return []
    shown = ", ".join(name or "(no name)" for name in names[:MOST_NAMED])
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return [f"# Not shown: {shown}{more}."]


def title(name: str) -> str:
    """A column's name as a text of the figure: snake_case in words, what else there is as it is."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:] if re.fullmatch(r"[a-z][a-z_ ]{3,}", name) else name


def further() -> list[str]:
    """The lines that an author will want to fill in."""
    return ["", "# title: What the figure shows", "# size: {width: 85mm}"]
