"""Which rows pass the predicates of `where`."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from heatfig.compile.match_labels import NUMERAL
from heatfig.data.columns import Labels
from heatfig.diagnostics import Place, Report
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.conditions import Where
from heatfig.language.conditions.predicate import Bounds, Matches, Not, Predicate, Same, Test
from heatfig.language.read import FigureSpec

Passed = NDArray[np.bool_]
_FLAGS = {"true", "false"}
_WILD = re.compile(r"\\(?P<literal>.)|(?P<many>\*)|(?P<one>\?)|(?P<text>[^\\*?]+|\\)", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """One column of a predicate: what it holds in the rows, and where the spec says what it must be."""

    spec: FigureSpec
    panel: int
    path: Path
    column: str
    held: Labels
    report: Report

    def place(self, *path: str | int) -> Place:
        """Where something of what the spec says of the column is written."""
        return self.spec.place(Origin(self.panel, (*self.path, *path)))


def predicates_of(where: Where) -> Iterator[tuple[Path, Predicate]]:
    """The predicates of which one must hold, each with where it stands."""
    if isinstance(where, dict):
        yield ("where",), where
        return
    for index, predicate in enumerate(where):
        yield ("where", index), predicate


def why_none(where: Where) -> str:
    """Why no row passes, as far as the predicates themselves say it."""
    tests = [test for _, predicate in predicates_of(where) for test in predicate.values()]
    if () in tests:
        return "a column with an empty list keeps nothing: leave the column out"
    if all(isinstance(test, tuple) for test in tests):
        return "each of its values is in the data, but not all in one row"
    return "no row has all that one of its mappings asks for"


def passes(test: Test, asked: Asked, other: Labels | None) -> Passed:
    """The rows whose column is as a test says; `other` is the column with which `same` compares it."""
    match test:
        case tuple():
            return _each(asked.held, _listed(test, asked, ()))
        case Not():
            return ~_each(asked.held, _listed(test.texts, asked, ("not",)))
        case Bounds():
            return _each(asked.held, _within(test, asked))
        case Matches():
            pattern = _pattern(test.pattern)
            return _each(asked.held, {name for name in asked.held.names if pattern.fullmatch(name)})
        case Same():
            assert other is not None
            return np.asarray(asked.held.texts() == other.texts(), np.bool_)
        case _:
            assert_never(test)


def _each(held: Labels, wanted: Collection[str]) -> Passed:
    return np.array([name in wanted for name in held.names], np.bool_)[held.codes]


def _listed(texts: tuple[str, ...], asked: Asked, path: Path) -> set[str]:
    """The texts of the column that are listed: as written, but `true` and `false` in any case."""
    known, listed = set(asked.held.names), set(texts)
    names = sorted(known)
    folded = {text.casefold() for text in texts} & _FLAGS
    found = {name for name in known if name in listed or name.casefold() in folded}
    there = {name.casefold() for name in found}
    for index, text in enumerate(texts):
        if text not in known and text.casefold() not in there:
            message = f"no row has {asked.column} '{text}'"
            hint = asked.report.nearest(text, names, "values")
            asked.report.add("unknown-label", message, asked.place(*path, index), hint)
    return found


def _within(bounds: Bounds, asked: Asked) -> set[str]:
    """The texts of the column that are numbers within bounds; an empty one is not."""
    numbers = {name: float(name) for name in asked.held.names if NUMERAL.fullmatch(name.strip())}
    wrong = [name for name in asked.held.names if name.strip() and name not in numbers]
    if wrong:
        message = f"'{wrong[0]}' in the column '{asked.column}' is not a number that bounds could hold for"
        asked.report.add("not-a-number", message, asked.place(), "list the texts that count, or those that do `not`")
    return {name for name, number in numbers.items() if _holds(bounds, number)}


def _holds(bounds: Bounds, number: float) -> bool:
    return (
        (bounds.min is None or number >= bounds.min)
        and (bounds.max is None or number <= bounds.max)
        and (bounds.above is None or number > bounds.above)
        and (bounds.below is None or number < bounds.below)
    )


def _pattern(text: str) -> re.Pattern[str]:
    parts = (
        ".*" if found["many"] else "." if found["one"] else re.escape(found["literal"] or found["text"])
        for found in _WILD.finditer(text)
    )
    return re.compile("".join(parts), re.DOTALL)
