"""Predicates of the language, as those of the data."""

from collections.abc import Iterator
from functools import partial
from typing import assert_never

from heatfig.data import predicates as data
from heatfig.diagnostics.origin import Path
from heatfig.language.conditions import CellsWhere, Where
from heatfig.language.conditions.predicate import Bounds, Matches, Not, OfCells, Predicate, Same, Test


def predicates_of(where: CellsWhere | Where) -> Iterator[tuple[Path, OfCells | Predicate]]:
    """The predicates of which one must hold, each with where it stands in them."""
    if isinstance(where, dict):
        yield (), where
        return
    listed: tuple[OfCells | Predicate, ...] = where
    for index, predicate in enumerate(listed):
        yield (index,), predicate


def compiled(where: CellsWhere | Where, lacking: frozenset[str] = frozenset()) -> data.Predicate:
    """What must hold of a row; columns that are not there are left out."""
    return data.Any(tuple(_all(path, predicate, lacking) for path, predicate in predicates_of(where)))


def _all(path: Path, predicate: OfCells | Predicate, lacking: frozenset[str]) -> data.Predicate:
    made = (_test(str(column), (*path, str(column)), test) for column, test in predicate.items())
    return data.All(tuple(one for one in made if lacking.isdisjoint(data.columns_of(one))))


def _test(column: str, path: Path, test: Test) -> data.Predicate:
    match test:
        case tuple():
            return data.In(column, test, tuple((*path, n) for n in range(len(test))))
        case Not():
            return data.Not(data.In(column, test.texts, tuple((*path, "not", n) for n in range(len(test.texts)))))
        case Bounds():
            low, high = (test.min, test.above), (test.max, test.below)
            sides = [data.Between(column, path, low=_text(one), low_open=bool(n)) for n, one in enumerate(low)]
            sides += [data.Between(column, path, high=_text(one), high_open=bool(n)) for n, one in enumerate(high)]
            return data.All(tuple(side for side in sides if side.low is not None or side.high is not None))
        case Matches():
            paths = [(*path, "matches", n) for n in range(len(test.patterns))]
            return data.Any(tuple(map(partial(data.Matches, column), test.patterns, paths)))
        case Same():
            return data.Same(column, str(test.column), path)
        case _:
            assert_never(test)


def _text(limit: float | str | None) -> str | None:
    return repr(limit) if isinstance(limit, float) else limit


def why_none(where: Where) -> str:
    """The reason why no row passes, as far as the predicates show it."""
    tests = [test for _, predicate in predicates_of(where) for test in predicate.values()]
    if () in tests:
        return "a column with an empty list keeps nothing: leave the column out"
    if all(isinstance(test, tuple) for test in tests):
        return "each of its values is in the data, but not all in one row"
    return "no row has all that one of its mappings asks for"
