"""Where rows come from: the files and lines that each of them was made of, found when asked."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.diagnostics import Place
from heatfig.runtime.deferred import dataclass


class Rows(Protocol):
    """Rows that know where they come from."""

    def __len__(self) -> int:
        """How many there are."""

    def sources(self, row: int) -> Iterator[Place]:
        """The lines that a row was made of; its own one first."""


@dataclass(frozen=True, eq=False)
class FileRows:
    """Rows as they stand in a file, each of which begins on a line (or is the n-th, where a file has no lines)."""

    file: str
    lines: Codes
    unit: str = "line"

    def __len__(self) -> int:
        return len(self.lines)

    def sources(self, row: int) -> Iterator[Place]:
        """Its line."""
        yield Place(self.file, int(self.lines[row]), unit=self.unit)


@dataclass(frozen=True, eq=False)
class Subset:
    """Some rows of others."""

    whole: Rows
    rows: Codes

    def __len__(self) -> int:
        return len(self.rows)

    def sources(self, row: int) -> Iterator[Place]:
        """Those of the row that it was."""
        return self.whole.sources(int(self.rows[row]))


def take_rows(rows: Rows, chosen: Codes) -> Rows:
    """Some rows of others, of which they keep as little as they can."""
    match rows:
        case FileRows():
            return FileRows(rows.file, rows.lines[chosen], rows.unit)
        case Subset():
            return take_rows(rows.whole, rows.rows[chosen])
        case Paired():
            return Paired(take_rows(rows.whole, chosen), rows.others, rows.partners[chosen])
        case _:
            return Subset(rows, chosen)


def own_lines(rows: Rows, chosen: Codes) -> Rows:
    """Some rows by their first line alone, so that nothing else of them stays in memory."""
    taken = take_rows(rows, chosen)
    if isinstance(taken, Paired):
        return own_lines(taken.whole, np.arange(len(taken)))
    return taken if isinstance(taken, FileRows) else _first_lines(taken)


def _first_lines(rows: Rows) -> Rows:
    """The same of rows that are of one file."""
    places = [next(rows.sources(row)) for row in range(len(rows))]
    if len({place.file for place in places}) != 1:
        return rows
    return FileRows(places[0].file, np.array([place.line for place in places], np.int64), places[0].unit)


@dataclass(frozen=True, eq=False)
class Stacked:
    """Rows of one after the other."""

    parts: Sequence[Rows]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def sources(self, row: int) -> Iterator[Place]:
        """Those of the row in its part."""
        for part in self.parts:
            if row < len(part):
                return part.sources(row)
            row -= len(part)
        raise IndexError(row)


@dataclass(frozen=True, eq=False)
class Melted:
    """A row for each of `width` cells of other rows."""

    whole: Rows
    width: int

    def __len__(self) -> int:
        return len(self.whole) * self.width

    def sources(self, row: int) -> Iterator[Place]:
        """Those of the row that the cell stands in."""
        return self.whole.sources(row // self.width)


@dataclass(frozen=True, eq=False)
class Tiled:
    """Other rows, `count` times over."""

    whole: Rows
    count: int

    def __len__(self) -> int:
        return len(self.whole) * self.count

    def sources(self, row: int) -> Iterator[Place]:
        """Those of the row that is repeated."""
        return self.whole.sources(row % len(self.whole))


@dataclass(frozen=True, eq=False)
class Grouped:
    """A row for each of `count` groups of other rows; one that has no row has no source."""

    whole: Rows
    groups: Codes
    count: int

    def __len__(self) -> int:
        return self.count

    def sources(self, row: int) -> Iterator[Place]:
        """Those of all rows of the group."""
        for member in np.flatnonzero(self.groups == row).tolist():
            yield from self.whole.sources(member)


@dataclass(frozen=True, eq=False)
class Paired:
    """Rows that each have a partner among others, or none (-1)."""

    whole: Rows
    others: Rows
    partners: Codes

    def __len__(self) -> int:
        return len(self.whole)

    def sources(self, row: int) -> Iterator[Place]:
        """The row's own, then its partner's."""
        yield from self.whole.sources(row)
        if self.partners[row] >= 0:
            yield from self.others.sources(int(self.partners[row]))
