"""Cells: what stands in a grid, as named fields of shape (rows, columns, parts), each made when it is asked for."""

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
    """Texts of shape (rows, columns, parts), as codes of names; -1 where there is none, with `kinds` that say why."""

    codes: NDArray[np.int64]
    names: tuple[str, ...]
    kinds: Kinds | None = None

    def as_numbers(self) -> Grid:
        """The codes, NaN where there is none."""
        kinds = np.where(self.codes < 0, NO_ROW, SCORED).astype(np.int16) if self.kinds is None else self.kinds
        return Grid(np.where(self.codes < 0, np.nan, self.codes.astype(np.float64)), kinds)


def texts_of(grid: Grid, names: tuple[str, ...]) -> TextGrid:
    """The texts that scores are the codes of."""
    return TextGrid(np.where(np.isnan(grid.scores), -1, grid.scores).astype(np.int64), names, grid.kinds)


def grid_of(values: Floats, shape: Shape) -> Grid:
    """Numbers of the cells of that shape, NaN where there is none."""
    kinds = np.where(np.isnan(values), NO_ROW, SCORED).astype(np.int16)
    return Grid(values.reshape(shape), kinds.reshape(shape))


Content = Grid | TextGrid


@dataclass(frozen=True, eq=False)
class Field:
    """A field that `make` makes once it is asked for."""

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
        """The field with nothing in the cells that are hidden."""
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
    """A grid with nothing in the cells that are hidden; made some rows at a time, as it may be larger than memory."""
    shape, rows = grid.scores.shape, list(stretches(grid.scores))
    scores = ((some, np.where(hidden[some], np.nan, grid.scores[some])) for some in stretches(grid.scores))
    kinds = ((some, np.where(hidden[some], np.int16(MASKED), grid.kinds[some])) for some in rows)
    return Grid(filled(shape, scores, "mask"), filled(shape, kinds, "mask", np.int16))


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
    hidden: Flags | None = None  # by a mask, if there is one
    square: tuple[Key, ...] | None = None  # the keys of both sides in order, where one of each is left out

    @property
    def shape(self) -> Shape:
        """Of each of its fields."""
        return len(self.rows.keys), len(self.columns.keys), len(self.parts.keys)

    @cached_property
    def grid(self) -> Grid:
        """The values, of texts their codes, with the kinds of missing."""
        content = self.fields[VALUE].content
        return content if isinstance(content, Grid) else content.as_numbers()

    @property
    def categories(self) -> tuple[str, ...]:
        """The texts that may stand for a value, where it is none of numbers."""
        content = self.fields[VALUE].content
        return content.names if isinstance(content, TextGrid) else ()

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

    def take(self, down: Codes, across: Codes) -> "Cells":
        """Some rows and columns, as an order has them; a view where they all stand in order or against it."""
        fields = {name: field.take(down, across) for name, field in self.fields.items()}
        rows, columns = self.rows.take(down), self.columns.take(across)
        down, across = self.down[down], self.across[across]
        return replace(self, rows=rows, columns=columns, fields=fields, down=down, across=across)

    def without(self, hidden: Flags) -> "Cells":
        """The cells with nothing in those that are hidden."""
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

    def describe_entry(self, row: int) -> str:
        """The cell of a row of the table in words, wherever an order has put it."""
        y, x, part = (int(at) for at in np.unravel_index(self.entries.cell(row), self.entries.shape))
        row_at, column_at = (int(np.flatnonzero(s == at)[0]) for s, at in ((self.down, y), (self.across, x)))
        return self.named(row_at, column_at, part)

    def describe_flat(self, cell: int) -> str:
        """The cell of a flat index in words."""
        row, column, part = (int(at) for at in np.unravel_index(cell, self.shape))
        return self.named(row, column, part)
