"""The kinds of predicates, and the columns that they are about."""

from collections.abc import Iterator
from typing import assert_never

from heatfig.diagnostics.origin import Path
from heatfig.runtime.deferred import dataclass

FLAGS = {"true", "false"}  # alike whatever their case


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


def leaves(predicate: Predicate) -> Iterator[In | Between | Matches | Same]:
    """The predicates of single columns that one is made of."""
    return (leaf for leaf, _ in signed(predicate))


def signed(predicate: Predicate, negated: bool = False) -> Iterator[tuple[In | Between | Matches | Same, bool]]:
    """The predicates of single columns, each with whether it is one that is not to hold."""
    match predicate:
        case Not():
            yield from signed(predicate.predicate, not negated)
        case All() | Any():
            for each in predicate.predicates:
                yield from signed(each, negated)
        case In() | Between() | Matches() | Same():
            yield predicate, negated
        case _:
            assert_never(predicate)


def columns_of(predicate: Predicate) -> set[str]:
    """The columns that a predicate is about."""
    others = {leaf.other for leaf in leaves(predicate) if isinstance(leaf, Same)}
    return others | {leaf.column for leaf in leaves(predicate)}


def looked_at(predicate: Predicate) -> set[str]:
    """The columns of which it asks what texts they hold."""
    return {leaf.column for leaf in leaves(predicate) if isinstance(leaf, In | Matches)}
