"""Cells: what stands in a grid, as named fields of shape (rows, columns, parts), each made when it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns import Codes
from heatfig.data.table import Table
from heatfig.diagnostics import Place
from heatfig.plan.grid import Floats, Grid, Kinds

Shape = tuple[int, int, int]


class Key(NamedTuple):
    """The full name of a row, a column or a part: the group is empty where there is none."""

    group: str
    label: str

    def __str__(self) -> str:
        return " / ".join(filter(None, self))


@dataclass(frozen=True)
class Index:
    """The keys along one side, in order."""

    keys: tuple[Key, ...]

    @cached_property
    def place(self) -> dict[Key, int]:
        """Where each key stands."""
        return {key: at for at, key in enumerate(self.keys)}

    def taken(self, places: Codes) -> "Index":
        """Some of the keys."""
        return Index(tuple(self.keys[at] for at in places.tolist()))


@dataclass(frozen=True, eq=False)
class TextGrid:
    """Texts of shape (rows, columns, parts), as codes of names; -1 where there is no row."""

    codes: NDArray[np.int64]
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Entries:
    """The rows of a table and the flat index of the cell of each; a matrix has the places of its rows and columns."""

    table: Table
    shape: Shape
    flat: Codes | None
    sides: tuple[Codes, Codes] | None = None

    @property
    def size(self) -> int:
        """How many cells there are."""
        return int(np.prod(self.shape))

    def cell(self, row: int) -> int:
        """The flat index of a row's cell."""
        if self.flat is not None:
            return int(self.flat[row])
        assert self.sides is not None
        down, across = divmod(row, len(self.sides[1]))
        return int(self.sides[0][down]) * self.shape[1] + int(self.sides[1][across])

    def rows(self, cell: int) -> list[int]:
        """The rows of a cell."""
        if self.flat is not None:
            found: list[int] = np.flatnonzero(self.flat == cell).tolist()
            return found
        assert self.sides is not None
        down, across = divmod(cell, self.shape[1])
        width = len(self.sides[1])
        pairs = (np.flatnonzero(places == at).tolist() for places, at in zip(self.sides, (down, across), strict=True))
        return [row * width + column for row in next(pairs) for column in next(pairs)]


Made = Grid | TextGrid


@dataclass(frozen=True, eq=False)
class Field:
    """A field that `make` makes once it is asked for."""

    make: Callable[[], Made]

    @cached_property
    def made(self) -> Made:
        """Its numbers or texts."""
        return self.make()

    def taken(self, down: Codes, across: Codes) -> "Field":
        """The field of some rows and columns."""

        def make() -> Made:
            made = self.made
            if isinstance(made, TextGrid):
                return TextGrid(viewed(made.codes, down, across), made.names)
            return Grid(viewed(made.scores, down, across), viewed(made.kinds, down, across))

        return Field(make)


@dataclass(frozen=True, eq=False)
class Cells:
    """A grid's keys and fields; `value` is what the colour shows, `name` the column that it is of.

    `down` and `across` say where in the grid of the entries each row and column stands.
    """

    rows: Index
    columns: Index
    parts: Index
    entries: Entries
    name: str
    fields: Mapping[str, Field]
    down: Codes
    across: Codes
    naming: Mapping[str, tuple[int, bool]]  # the column that a side's labels, or its groups, are of: which side

    @property
    def shape(self) -> Shape:
        """Of each of its fields."""
        return len(self.rows.keys), len(self.columns.keys), len(self.parts.keys)

    @property
    def grid(self) -> Grid:
        """The values with the kinds of missing."""
        made = self.fields["value"].made
        assert isinstance(made, Grid)
        return made

    @property
    def values(self) -> Floats:
        """What the colour shows, NaN where there is none."""
        return self.grid.scores

    @property
    def kinds(self) -> Kinds:
        """Why there is none where there is none."""
        return self.grid.kinds

    def with_field(self, name: str, field: Field) -> "Cells":
        """The cells with one more field, or another one of that name."""
        return replace(self, fields={**self.fields, name: field})

    def taken(self, down: Codes, across: Codes) -> "Cells":
        """Some rows and columns, as an order has them; a view where they all stand in order or against it."""
        fields = {name: field.taken(down, across) for name, field in self.fields.items()}
        rows, columns = self.rows.taken(down), self.columns.taken(across)
        down, across = self.down[down], self.across[across]
        return replace(self, rows=rows, columns=columns, fields=fields, down=down, across=across)

    def sources(self, row: int, column: int, part: int = 0) -> list[Place]:
        """The lines that a cell was made of."""
        cell = int(np.ravel_multi_index((self.down[row], self.across[column], part), self.entries.shape))
        table = self.entries.table
        return list(dict.fromkeys(place for member in self.entries.rows(cell) for place in table.sources(member)))

    def named(self, row: int, column: int, part: int = 0) -> str:
        """A cell in words."""
        words = f"row '{self.rows.keys[row]}', column '{self.columns.keys[column]}'"
        return words + (f", part '{key}'" if (key := str(self.parts.keys[part])) else "")

    def told(self, cell: int) -> str:
        """The cell of a flat index in words."""
        row, column, part = (int(at) for at in np.unravel_index(cell, self.shape))
        return self.named(row, column, part)


def viewed(array: NDArray[np.generic], down: Codes, across: Codes) -> NDArray:  # type: ignore[type-arg]  # of any dtype
    """An array's rows and columns: a view where all stand in order or against it."""
    steps = direction(down, len(array)), direction(across, array.shape[1])
    if steps[0] and steps[1]:
        return array[:: steps[0], :: steps[1]]
    if not any(array.strides):
        return np.broadcast_to(array.flat[0], (len(down), len(across), *array.shape[2:]))
    return array[np.ix_(down, across)]


def direction(places: Codes, count: int) -> int:
    """1 where all `count` places stand in order, -1 where they stand against it, else 0."""
    if len(places) != count or (count and int(places[0]) not in (0, count - 1)):
        return 0
    order = np.arange(count)
    if np.array_equal(places, order):
        return 1
    return -1 if np.array_equal(places, order[::-1]) else 0
