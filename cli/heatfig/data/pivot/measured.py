"""Cells with their fields, of a size that can be drawn."""

import math
from dataclasses import replace

import numpy as np

from heatfig.data.cells import Cells, Field, texts_of
from heatfig.data.columns.arrays import Numbers
from heatfig.data.entries import Entries
from heatfig.data.fields import count_field
from heatfig.data.index import Index
from heatfig.data.pivot.request import Aggregation, Request
from heatfig.data.spread import spread_field
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.plan.grid import Grid
from heatfig.scales.words import COUNT, SPREAD, VALUE

MAX_CELLS = 200_000_000


def check_size(shape: tuple[int, int, int], at: At) -> None:
    """Raise Problems for more cells than are drawn."""
    if math.prod(shape) > MAX_CELLS:
        size = f"{shape[0]:,} × {shape[1]:,} cells" + (f" of {shape[2]:,} parts" if shape[2] > 1 else "")
        hint = f"at most {MAX_CELLS:,} in all; `where` chooses rows"
        raise problem("too-many-cells", f"a grid of {size} is too large to draw", at("axes"), hint)


def bare_cells(rows: Index, columns: Index, parts: Index, entries: Entries, request: Request) -> Cells:
    """The cells without a field."""
    sides = [(side.column, (at, False)) for at, side in enumerate(request.sides)]
    sides += [(side.group, (at, True)) for at, side in enumerate(request.sides)]
    naming = {name: side for name, side in sides if name is not None}
    down, across = np.arange(entries.shape[0]), np.arange(entries.shape[1])
    return Cells(rows, columns, parts, entries, request.value or COUNT, {}, down, across, naming)


def measured(cells: Cells, grid: Grid, numbers: Numbers, aggregate: Aggregation | None) -> Cells:
    """The cells with their fields."""
    categories = _categories(cells)
    value = Field(lambda: texts_of(grid, categories) if categories else grid)
    fields = {cells.name: value, VALUE: value, COUNT: count_field(cells.entries, numbers, grid)}
    if aggregate is not None and aggregate.spread is not None:
        fields[SPREAD] = spread_field(cells.entries, numbers, aggregate.spread)
    return replace(cells, fields=fields)


def _categories(cells: Cells) -> tuple[str, ...]:
    """The texts that are values, where they are no numbers."""
    column = cells.entries.table.columns.get(cells.name)
    return () if column is None else column.reading.categories
