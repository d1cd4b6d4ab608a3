"""The starter spec of scores that are written as texts, such as 81.5 %, 61.2 ± 1.0 or True."""

import re
from collections.abc import Sequence
from dataclasses import replace

from heatfig.build.starter.axes import arrange
from heatfig.build.starter.columns import MOST_TOKENS, Column, count
from heatfig.build.starter.lines import further, listed, scores_line
from heatfig.build.starter.long import axis
from heatfig.build.starter.looks import missing, quoted
from heatfig.build.starter.reading import Read
from heatfig.runtime.deferred import dataclass

LEAST_COLUMNS = 3  # of a file with a score a line
_NUMBER = r"[-+]?[0-9]+(?:\.[0-9]+)?"
_PERCENT = re.compile(rf"({_NUMBER})( ?%)")
_PAIR = re.compile(rf"({_NUMBER})( ?(?:±|\+-|\+/-|\() ?)({_NUMBER})(\)?)")
_FLAGS = (("True", "False"), ("true", "false"), ("TRUE", "FALSE"))


@dataclass(frozen=True)
class Printed:
    """How texts become numbers: a verb that follows the name of their column, the new column and its texts in cells."""

    verb: str
    value: str
    text: str
    tokens: tuple[str, ...] = ()


def printed_spec(read: Read, columns: dict[str, Column]) -> list[str] | None:
    """The lines of the spec; None where no column holds such texts alone."""
    if read.dialect.decimal != ".":
        return None
    texts = {name: read.table.columns[name].labels.names for name in read.columns}
    printed = [name for name in read.columns if name not in columns and _printed(texts[name]) is not None]
    found = _printed([text for name in printed for text in texts[name]])
    if found is None:
        return None
    if len(printed) > 1:
        return _wide(read, found, printed)
    return _long(read, found, printed[0], columns) if len(read.columns) >= LEAST_COLUMNS else None


def _wide(read: Read, found: Printed, cells: Sequence[str]) -> list[str] | None:
    """The lines of a matrix of such texts, if a column names its rows."""
    rows, *keep = [name for name in read.columns if name not in cells] or [read.columns[0]]
    if rows in cells or count(read.table, rows) < len(read.table):
        return None
    plain = not keep and rows == read.columns[0]
    keys = {"form": "wide"} | ({} if plain else {"rows": quoted(rows)}) | ({"keep": listed(keep)} if keep else {})
    return _lines(found, "score", scores_line(read, keys), [])


def _long(read: Read, found: Printed, name: str, columns: dict[str, Column]) -> list[str]:
    """The lines of a file with such a text a line."""
    chosen = arrange(read.table, columns, name)
    axes = [f"  {side}: {axis(read.table, columns, of)}" for side, of in (("y", chosen.y), ("x", chosen.x))]
    mean = [f"aggregate: mean  # {chosen.over}"] if chosen.over else []
    facet = [f"facet: {quoted(chosen.facet)}"] if chosen.facet else []
    return _lines(found, name, scores_line(read), [*mean, "axes:", *axes, *facet])


def _lines(found: Printed, column: str, scores: str, others: Sequence[str]) -> list[str]:
    averaged = any(line.startswith("aggregate") for line in others)
    return [
        "# Scores are written as texts; a verb takes the numbers out of them.",
        scores,
        f"transform: {found.verb.replace('COLUMN', quoted(column))}",
        f"value: {found.value}",
        *others,
        *missing(found.tokens),
        "colormap: viridis",
        f"annotations: {'.2f' if averaged else found.text}",
        *further(),
    ]


def _printed(texts: Sequence[str]) -> Printed | None:
    """How texts become numbers, if all are written alike but for a few words that mark missing ones."""
    given = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    for yes, no in _FLAGS:
        if {yes, no} == set(given):
            return Printed(f"{{derive: {{hit: {{of: COLUMN, map: {{'{yes}': 1, '{no}': 0}}}}}}}}", "hit", "d")
    tokens = tuple(text for text in given if not re.search("[0-9]", text))
    scores = [text for text in given if text not in tokens]
    found = _percent(scores) or _pair(scores)
    return replace(found, tokens=tokens) if found is not None and len(tokens) <= MOST_TOKENS else None


def _percent(texts: Sequence[str]) -> Printed | None:
    found = [_PERCENT.fullmatch(text) for text in texts]
    signs = {each[2] if each else "" for each in found}
    if len(signs) != 1 or "" in signs:
        return None
    return Printed(_extract(f"{{percent}}{signs.pop()}"), "percent", f"'{{percent:{_format(texts)}}}%'")


def _pair(texts: Sequence[str]) -> Printed | None:
    found = [_PAIR.fullmatch(text) for text in texts]
    between = {(each[2], each[4]) if each else ("", "") for each in found}
    if len(between) != 1 or ("", "") in between:
        return None
    gap, end = between.pop()
    text = f"'{{mean:{_format(texts)}}}{gap}{{error:{_format(texts)}}}{end}'"
    return Printed(_extract(f"{{mean}}{gap}{{error}}{end}"), "mean", text)


def _extract(pattern: str) -> str:
    return f"{{extract: {{column: COLUMN, pattern: '{pattern}'}}}}"


def _format(texts: Sequence[str]) -> str:
    """As many decimals as the first number is written with."""
    decimals = re.match(r"[-+]?[0-9]+\.([0-9]+)", texts[0])
    return f".{len(decimals[1]) if decimals else 0}f"
