"""Table → Cells: every score into its cell, and no two into one unless an aggregate says how."""

from functools import partial

import numpy as np

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Numbers
from heatfig.data.entries import Entries
from heatfig.data.fields import column_field
from heatfig.data.index import Index
from heatfig.data.pivot.along import along, within
from heatfig.data.pivot.duplicates import duplicate
from heatfig.data.pivot.measured import bare_cells, check_size, measured
from heatfig.data.pivot.placing import place_entries
from heatfig.data.pivot.repeats import check_repeats
from heatfig.data.pivot.request import Request
from heatfig.data.pivot.straight import matrix_cells, straight
from heatfig.data.table import At, Table
from heatfig.plan.grid import SCORED


def pivot(
    table: Table,
    request: Request,
    at: At,
    rows: Index | None = None,
    columns: Index | None = None,
    parts: Index | None = None,
) -> Cells:
    """The cells of a table, on sides that may hold more keys than it has (all of its own, if they are given).

    Raises Problems for texts that are no scores, for two scores of one cell without an aggregate, and for cells with
    fewer scores than are to be repeated.
    """
    matrix = straight(table, request)
    if matrix is not None:
        return matrix_cells(table, matrix, request, rows, columns, at)
    return _filled(_cells(table, request, at, rows, columns, parts), request, at)


_PATHS = (("axes", "y"), ("axes", "x"), ("split",))


def _cells(
    table: Table, request: Request, at: At, rows: Index | None, columns: Index | None, parts: Index | None
) -> Cells:
    """The cells without a field: which of them each row of the table goes into."""
    found = [along(table, side, partial(at, *path)) for side, path in zip(request.sides, _PATHS, strict=True)]
    sides = zip((rows, columns, parts), found, strict=True)
    (down, y), (across, x), (beside, part) = (within(given, *each) for given, each in sides)
    shape = (len(down.keys), len(across.keys), len(beside.keys))
    check_size(shape, at)
    entries = Entries(table, shape, np.ravel_multi_index((y, x, part), shape))
    return bare_cells(down, across, beside, entries, request)


def _filled(cells: Cells, request: Request, at: At) -> Cells:
    """The cells with their fields."""
    aggregate, numbers = request.aggregate, _numbers(cells.entries.table, request, at)
    check_repeats(cells, request, numbers, at)
    using = aggregate.using if aggregate else None
    grid = place_entries(cells.entries, numbers, using, partial(duplicate, cells, numbers))
    made = measured(cells, grid, numbers, aggregate)
    for name, how in aggregate.columns.items() if aggregate else ():
        made = made.with_field(name, column_field(cells, name, how, at("aggregate", "columns", name)))
    return made


def _numbers(table: Table, request: Request, at: At) -> Numbers:
    if request.value is not None:
        return table.numbers(request.value, at("value"))
    return Numbers(np.zeros(len(table)), np.full(len(table), SCORED, np.int16), {})
