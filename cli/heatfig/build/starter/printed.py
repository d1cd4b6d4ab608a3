"""The starter spec of scores that are written as texts, such as 81.5 %, 61.2 ± 1.0 or True."""

import re
from collections.abc import Sequence

from heatfig.build.starter.axes import arrange
from heatfig.build.starter.columns import Column, count
from heatfig.build.starter.lines import further, scores_line
from heatfig.build.starter.long import axis
from heatfig.build.starter.looks import quoted
from heatfig.build.starter.reading import Read
from heatfig.runtime.deferred import dataclass

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


def printed_spec(read: Read, columns: dict[str, Column]) -> list[str] | None:
    """The lines of the spec; None where no column holds such texts alone."""
    if read.dialect.decimal != ".":
        return None
    first, *rest = read.columns
    if len(rest) > 1 and count(read.table, first) == len(read.table):
        found = _printed([text for name in rest for text in read.table.columns[name].labels.names])
        if found is not None:
            return _lines(found, "score", scores_line(read, {"form": "wide"}), [])
    names = reversed(read.columns)
    several = ((name, _printed(read.table.columns[name].labels.names)) for name in names if name not in columns)
    name, found = next(((name, found) for name, found in several if found is not None), ("", None))
    if found is None or len(rest) < 2:
        return None
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
        "colormap: viridis",
        f"annotations: {'.2f' if averaged else found.text}",
        *further(),
    ]


def _printed(texts: Sequence[str]) -> Printed | None:
    """How texts become numbers, if they are all written alike."""
    given = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    for yes, no in _FLAGS:
        if {yes, no} == set(given):
            return Printed(f"{{derive: {{hit: {{of: COLUMN, map: {{'{yes}': 1, '{no}': 0}}}}}}}}", "hit", "d")
    return _percent(given) or _pair(given)


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
