"""Predicates: which rows hold what is asked of their columns."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Labels
from heatfig.data.columns.column import Column
from heatfig.data.columns.dates import parsed_date, seconds
from heatfig.data.columns.keys import known_codes
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, Report, problem
from heatfig.diagnostics.origin import Path
from heatfig.runtime.deferred import dataclass

Mask = NDArray[np.bool_]
_FLAGS = {"true", "false"}
_COMPARISON = re.compile(r"\s*([<>]=?)\s*([-+]?[0-9][0-9.eE+-]*)\s*")


@dataclass(frozen=True)
class In:
    """The column holds one of some texts, each with the path where the spec says it; flags whatever their case."""

    column: str
    values: tuple[str, ...]
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class Between:
    """The column holds a number, or a date, within limits: `low` and `high` belong unless they are open."""

    column: str
    path: Path = ()
    low: str | None = None
    high: str | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True)
class Matches:
    """The column holds a text of this pattern, `*` any characters and `?` one, literal behind a backslash."""

    column: str
    pattern: str
    path: Path = ()


@dataclass(frozen=True)
class Same:
    """The column holds the text that another one holds."""

    column: str
    other: str
    path: Path = ()


@dataclass(frozen=True)
class Not:
    """The predicate does not hold."""

    predicate: "Predicate"


@dataclass(frozen=True)
class All:
    """Each of the predicates holds."""

    predicates: tuple["Predicate", ...]


@dataclass(frozen=True)
class Any:
    """One of the predicates holds."""

    predicates: tuple["Predicate", ...]


Predicate = In | Between | Matches | Same | Not | All | Any


def mask(predicate: Predicate, table: Table, at: At) -> Mask:
    """The rows for which a predicate holds; raises Problems for columns that are not there or hold no numbers."""
    match predicate:
        case In():
            return _among(predicate, table.labels(predicate.column, at(*predicate.paths[0] if predicate.paths else ())))
        case Between():
            return _between(predicate, table, at)
        case Matches():
            fits, labels = pattern(predicate.pattern), table.labels(predicate.column, at(*predicate.path))
            return _where(labels, lambda name: fits.fullmatch(name) is not None)
        case Same():
            one = table.labels(predicate.column, at(*predicate.path))
            other = table.labels(predicate.other, at(*predicate.path))
            return np.asarray(known_codes(other, one.names) == one.codes, np.bool_)
        case Not():
            return ~mask(predicate.predicate, table, at)
        case All():
            found = [mask(each, table, at) for each in predicate.predicates]
            return np.logical_and.reduce(found) if found else np.ones(len(table), np.bool_)
        case Any():
            found = [mask(each, table, at) for each in predicate.predicates]
            return np.logical_or.reduce(found) if found else np.zeros(len(table), np.bool_)
    assert_never(predicate)


def leaves(predicate: Predicate) -> Iterator[In | Between | Matches | Same]:
    """The predicates of single columns that one is made of."""
    return (leaf for leaf, _ in _signed(predicate))


def _signed(predicate: Predicate, negated: bool = False) -> Iterator[tuple[In | Between | Matches | Same, bool]]:
    """The predicates of single columns, each with whether it is one that is not to hold."""
    match predicate:
        case Not():
            yield from _signed(predicate.predicate, not negated)
        case All() | Any():
            for each in predicate.predicates:
                yield from _signed(each, negated)
        case _:
            yield predicate, negated


def columns_of(predicate: Predicate) -> set[str]:
    """The columns that a predicate is about."""
    others = {leaf.other for leaf in leaves(predicate) if isinstance(leaf, Same)}
    return others | {leaf.column for leaf in leaves(predicate)}


def looked_at(predicate: Predicate) -> set[str]:
    """The columns of which it asks what texts they hold."""
    return {leaf.column for leaf in leaves(predicate) if isinstance(leaf, In | Matches)}


def check_values(predicate: Predicate, seen: Mapping[str, Collection[str]], at: At, report: Report) -> None:
    """Note each value and pattern that no text fits of those `seen` in its column.

    A list of what is left out may have values that are not there, beside one that is.
    """
    for leaf, negated in _signed(predicate):
        if isinstance(leaf, In):
            known, names = set(seen[leaf.column]), sorted(seen[leaf.column])
            if negated and not known.isdisjoint(leaf.values):
                continue
            flags = {name.strip().casefold() for name in known} & _FLAGS
            for value, path in zip(leaf.values, leaf.paths, strict=True):
                if value not in known and value.casefold() not in flags:
                    hint = _meant(leaf.column, value, known) or report.nearest(value, names, "values")
                    report.add("unknown-label", f"no row has {leaf.column} '{value}'", at(*path), hint)
        elif isinstance(leaf, Matches) and not any(map(pattern(leaf.pattern).fullmatch, seen[leaf.column])):
            message = f"no row has {leaf.column} like '{leaf.pattern}'"
            report.add(
                "unknown-label", message, at(*leaf.path), report.nearest("", sorted(seen[leaf.column]), "values")
            )


def _meant(column: str, value: str, known: Collection[str]) -> str:
    """What a value is written like that no row has: a comparison, or a pattern."""
    compared = _COMPARISON.fullmatch(value)
    if compared is not None:
        word = {"<": "below", ">": "above", "<=": "max", ">=": "min"}[compared[1]]
        return f"{column}: {{{word}: {compared[2]}}}"
    if set("*?") & set(value) and any(map(pattern(value).fullmatch, known)):
        return f"a pattern stands in a mapping: {column}: {{matches: '{value}'}}"
    return ""


def pattern(text: str) -> re.Pattern[str]:
    """The expression of a pattern: `*` for any characters, `?` for one, a backslash before a literal one.

    What stands between two `*` is looked for once, where it is found first, so that no text takes long.
    """
    between = [""]
    for part in re.findall(r"\\[*?\\]|.", text, re.DOTALL):
        if part == "*":
            between.append("")
        else:
            between[-1] += "." if part == "?" else re.escape(part[-1])
    first, *others = between
    middle = "".join(f"(?>.*?{found})" for found in others[:-1])
    return re.compile(first + middle + "".join(f".*{last}" for last in others[-1:]), re.DOTALL)


def _among(predicate: In, labels: Labels) -> Mask:
    """The rows that hold one of the texts, flags whatever their case."""
    values = set(predicate.values)
    flags = {value.casefold() for value in values} & _FLAGS
    return _where(labels, lambda name: name in values or name.strip().casefold() in flags)


def _where(labels: Labels, holds: Callable[[str], bool]) -> Mask:
    """The rows whose texts are so."""
    return np.array([holds(name) for name in labels.names], np.bool_)[labels.codes]


def _between(asked: Between, table: Table, at: At) -> Mask:
    place = at(*asked.path)
    dates = any(map(_is_date, (asked.low, asked.high))) or _holds_dates(table.column(asked.column, place))
    values = table.seconds(asked.column, place) if dates else table.numbers(asked.column, place).values
    low, high = (_limit(text, dates, asked.column, place) for text in (asked.low, asked.high))
    held = ~np.isnan(values)
    if asked.low is not None:
        held &= values > low if asked.low_open else values >= low
    if asked.high is not None:
        held &= values < high if asked.high_open else values <= high
    return held


def _is_date(text: str | None) -> bool:
    """Whether a limit is a date, and no number, as a year alone is."""
    return text is not None and _number(text) is None and parsed_date(text, None) is not None


def _holds_dates(column: Column) -> bool:
    """Whether texts are dates, some of them no numbers."""
    return bool(column.scored.wrong) and not column.dates.wrong


def _limit(text: str | None, dates: bool, column: str, place: Place) -> float:
    """A limit as a number or, among dates, as a date; raises Problems where it is none."""
    if text is None:
        return np.nan
    number, moment = _number(text), parsed_date(text, None)
    if dates and number is not None:
        message = f"the limit {number:g} is a number, and the column '{column}' holds dates"
        raise problem("not-a-date", message, place, "a date, such as 2026-11-27")
    found = seconds(moment) if dates and moment else number
    if found is None:
        raise problem("not-a-number", f"'{text}' is neither a number nor a date", place, "such as 0.5 or 2026-11-27")
    return found


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
