"""Cells: the content of a grid, as named fields of shape (rows, columns, parts), each made on demand."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Codes
from heatfig.data.columns.views import viewed
from heatfig.data.entries import Entries, Shape
from heatfig.data.index import Index
from heatfig.diagnostics import Place
from heatfig.plan.grid import MASKED, NO_ROW, SCORED, Grid
from heatfig.plan.key import Key
from heatfig.runtime.arrays import Flags, Floats, Kinds
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.scratch import filled
from heatfig.runtime.stretches import stretches
from heatfig.scales.words import VALUE


@dataclass(frozen=True, eq=False)
class TextGrid:
    """Texts of shape (rows, columns, parts) as codes of names; -1 where there is none, for the reason in `kinds`."""

    codes: NDArray[np.int64]
    names: tuple[str, ...]
    kinds: Kinds | None = None

    def as_numbers(self) -> Grid:
        """The codes as numbers, NaN where there is no text."""
        kinds = np.where(self.codes < 0, NO_ROW, SCORED).astype(np.int16) if self.kinds is None else self.kinds
        return Grid(np.where(self.codes < 0, np.nan, self.codes.astype(np.float64)), kinds)


def texts_of(grid: Grid, names: tuple[str, ...]) -> TextGrid:
    """The texts of a grid whose scores are their codes."""
    return TextGrid(np.where(np.isnan(grid.scores), -1, grid.scores).astype(np.int64), names, grid.kinds)


def grid_of(values: Floats, shape: Shape) -> Grid:
    """A grid of numbers in that shape, NaN where there is none."""
    kinds = np.where(np.isnan(values), NO_ROW, SCORED).astype(np.int16)
    return Grid(values.reshape(shape), kinds.reshape(shape))


Content = Grid | TextGrid


@dataclass(frozen=True, eq=False)
class Field:
    """A field that `make` computes when it is first asked for."""

    make: Callable[[], Content]

    @cached_property
    def content(self) -> Content:
        """Its numbers or texts."""
        return self.make()

    def take(self, down: Codes, across: Codes) -> "Field":
        """The field of some rows and columns."""

        def make() -> Content:
            content = self.content
            if isinstance(content, TextGrid):
                kinds = None if content.kinds is None else viewed(content.kinds, down, across)
                return TextGrid(viewed(content.codes, down, across), content.names, kinds)
            return Grid(viewed(content.scores, down, across), viewed(content.kinds, down, across))

        return Field(make)

    def without(self, hidden: Flags | None) -> "Field":
        """The field without its hidden cells."""
        if hidden is None:
            return self

        def make() -> Content:
            content = self.content
            if isinstance(content, TextGrid):
                known = None if content.kinds is None else np.where(hidden, np.int16(MASKED), content.kinds)
                return TextGrid(np.where(hidden, -1, content.codes), content.names, known)
            return _without(content, hidden)

        return Field(make)


def _without(grid: Grid, hidden: Flags) -> Grid:
    """A grid without its hidden cells; computed some rows at a time, as it may be larger than memory."""
    shape, rows = grid.scores.shape, list(stretches(grid.scores))
    scores = ((some, np.where(hidden[some], np.nan, grid.scores[some])) for some in stretches(grid.scores))
    kinds = ((some, np.where(hidden[some], np.int16(MASKED), grid.kinds[some])) for some in rows)
    return Grid(filled(shape, scores, "mask"), filled(shape, kinds, "mask", np.int16))


@dataclass(frozen=True, eq=False)
class Cells:
    """A grid's keys and fields: the field `value` is shown by colour, and `name` is the column that it comes from.

    `down` and `across` are the places of rows and columns in the grid of the entries, before any order.
    """

    rows: Index
    columns: Index
    parts: Index
    entries: Entries
    name: str
    fields: Mapping[str, Field]
    down: Codes
    across: Codes
    naming: Mapping[str, tuple[int, bool]]  # the side that a column gives labels to, or, if true, groups
    hidden: Flags | None = None  # by a mask
    square: tuple[Key, ...] | None = None  # the keys of both sides in order, if each side lacks one of them

    @property
    def shape(self) -> Shape:
        """The shape of each field."""
        return len(self.rows.keys), len(self.columns.keys), len(self.parts.keys)

    @cached_property
    def grid(self) -> Grid:
        """The values with the kinds of missing; texts as their codes."""
        content = self.fields[VALUE].content
        return content if isinstance(content, Grid) else content.as_numbers()

    @property
    def categories(self) -> tuple[str, ...]:
        """The texts that a value may be; none if it is a number."""
        content = self.fields[VALUE].content
        return content.names if isinstance(content, TextGrid) else ()

    @property
    def values(self) -> Floats:
        """What the colours show, NaN where nothing is."""
        return self.grid.scores

    @property
    def kinds(self) -> Kinds:
        """Why cells without a value have none."""
        return self.grid.kinds

    def with_field(self, name: str, field: Field) -> "Cells":
        """The cells with a field added or replaced."""
        return replace(self, fields={**self.fields, name: field})

    def take(self, down: Codes, across: Codes) -> "Cells":
        """Some rows and columns, in that order; a view if they are all, in the same or the reverse order."""
        fields = {name: field.take(down, across) for name, field in self.fields.items()}
        rows, columns = self.rows.take(down), self.columns.take(across)
        down, across = self.down[down], self.across[across]
        return replace(self, rows=rows, columns=columns, fields=fields, down=down, across=across)

    def without(self, hidden: Flags) -> "Cells":
        """The cells without those that are hidden."""
        fields = {name: field.without(hidden) for name, field in self.fields.items()}
        return replace(self, fields=fields, hidden=hidden)

    def sources(self, row: int, column: int, part: int = 0) -> list[Place]:
        """The lines that a cell was made of."""
        cell = int(np.ravel_multi_index((self.down[row], self.across[column], part), self.entries.shape))
        table = self.entries.table
        return list(dict.fromkeys(place for member in self.entries.rows(cell) for place in table.sources(member)))

    @property
    def all_sources(self) -> list[list[list[list[Place]]]]:
        """The lines that each cell was made of, by row, column and part."""
        rows, columns, parts = map(range, self.shape)
        return [[[self.sources(row, column, part) for part in parts] for column in columns] for row in rows]

    def named(self, row: int, column: int, part: int = 0) -> str:
        """A cell in words."""
        words = f"row '{self.rows.keys[row]}', column '{self.columns.keys[column]}'"
        return words + (f", part '{key}'" if (key := str(self.parts.keys[part])) else "")

    def describe_entry(self, entry: int) -> str:
        """The cell in words that a row of the table went into, whatever the order of the cells."""
        y, x, part = (int(at) for at in np.unravel_index(self.entries.cell(entry), self.entries.shape))
        row, column = (int(np.flatnonzero(places == at)[0]) for places, at in ((self.down, y), (self.across, x)))
        return self.named(row, column, part)

    def describe_flat(self, cell: int) -> str:
        """The cell of a flat index in words."""
        row, column, part = (int(at) for at in np.unravel_index(cell, self.shape))
        return self.named(row, column, part)
