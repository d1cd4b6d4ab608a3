"""Provenance: the files and lines that each row of a table was made of, found on demand."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.diagnostics import Place
from heatfig.runtime.deferred import dataclass


class Rows(Protocol):
    """Rows that know the lines they were made of."""

    def __len__(self) -> int:
        """How many there are."""

    def sources(self, row: int) -> Iterator[Place]:
        """The lines that a row was made of, its own line first."""


@dataclass(frozen=True, eq=False)
class FileRows:
    """Rows of a file by the lines on which they begin, or by number if the file has no lines."""

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
        """The lines of the row that it was."""
        return self.whole.sources(int(self.rows[row]))


def take_rows(rows: Rows, chosen: Codes) -> Rows:
    """Some of other rows, with as few references to the others as possible."""
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
    """Some rows by their first lines alone, so that nothing else of them stays in memory."""
    taken = take_rows(rows, chosen)
    if isinstance(taken, Paired):
        return own_lines(taken.whole, np.arange(len(taken)))
    return taken if isinstance(taken, FileRows) else _first_lines(taken)


def _first_lines(rows: Rows) -> Rows:
    """Rows by their first lines, if these are in one file."""
    places = [next(rows.sources(row)) for row in range(len(rows))]
    if len({place.file for place in places}) != 1:
        return rows
    return FileRows(places[0].file, np.array([place.line for place in places], np.int64), places[0].unit)


@dataclass(frozen=True, eq=False)
class Stacked:
    """The rows of several tables, end to end."""

    parts: Sequence[Rows]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def sources(self, row: int) -> Iterator[Place]:
        """The lines of the row in its table."""
        for part in self.parts:
            if row < len(part):
                return part.sources(row)
            row -= len(part)
        raise IndexError(row)


@dataclass(frozen=True, eq=False)
class Melted:
    """A row for each cell of other rows, which have `width` cells."""

    whole: Rows
    width: int

    def __len__(self) -> int:
        return len(self.whole) * self.width

    def sources(self, row: int) -> Iterator[Place]:
        """The lines of the cell's row."""
        return self.whole.sources(row // self.width)


@dataclass(frozen=True, eq=False)
class Tiled:
    """Other rows, repeated `count` times."""

    whole: Rows
    count: int

    def __len__(self) -> int:
        return len(self.whole) * self.count

    def sources(self, row: int) -> Iterator[Place]:
        """The lines of the repeated row."""
        return self.whole.sources(row % len(self.whole))


@dataclass(frozen=True, eq=False)
class Grouped:
    """A row for each of `count` groups of other rows; an empty group has no lines."""

    whole: Rows
    groups: Codes
    count: int

    def __len__(self) -> int:
        return self.count

    def sources(self, row: int) -> Iterator[Place]:
        """The lines of all rows of the group."""
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
