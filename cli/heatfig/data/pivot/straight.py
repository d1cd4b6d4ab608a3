"""A wide file that is pivoted as it stands, as views of it where the order allows."""

from collections.abc import Sequence

from heatfig.data.cells import Cells
from heatfig.data.columns.arrays import Labels
from heatfig.data.entries import Entries
from heatfig.data.index import Index
from heatfig.data.matrix import Matrix
from heatfig.data.pivot.along import within
from heatfig.data.pivot.duplicates import duplicate_row, refuse_duplicates
from heatfig.data.pivot.measured import bare_cells, check_size, measured
from heatfig.data.pivot.placing import place_matrix
from heatfig.data.pivot.request import Aggregation, Request, Side
from heatfig.data.table import At, Table
from heatfig.plan.key import Key


def _keeps(aggregate: Aggregation | None) -> bool:
    """Whether a single score stays what it is."""
    return aggregate is None or (aggregate.using != "count" and not aggregate.spread and not aggregate.repeats)


def straight(table: Table, request: Request) -> Matrix | None:
    """The block of a wide file that is pivoted as it stands: one label a row, one a column, a score a cell."""
    matrix = table.matrix
    if matrix is None or request.part or request.y.group or request.x.group or not _keeps(request.aggregate):
        return None
    head = matrix.heads.get(request.x.column or "")
    if request.value not in matrix.values or request.y.column not in matrix.rows or head is None:
        return None
    inner = matrix.rows[str(request.y.column)].labels
    unlike = len(head.labels.names) == matrix.shape[1] and (
        not request.aggregate or len(inner.names) == matrix.shape[0]
    )
    return matrix if unlike else None


def straight_along(table: Table, side: Side) -> tuple[Labels, int] | None:
    """The labels along a side of a wide file as they stand there, and how many cells further each next one is."""
    matrix = table.matrix
    if matrix is None or side.group is not None:
        return None
    column = str(side.column)
    if column in matrix.rows:
        return matrix.rows[column].labels, matrix.shape[1]
    return (matrix.heads[column].labels, 1) if column in matrix.heads else None


def matrix_cells(
    table: Table, matrix: Matrix, request: Request, rows: Index | None, columns: Index | None, at: At
) -> Cells:
    """The cells of a wide file, which are views of it where the order allows."""
    inner, head = matrix.rows[str(request.y.column)].labels, matrix.heads[str(request.x.column)].labels
    numbers = matrix.numbers(str(request.value))
    if numbers.wrong:
        table.numbers(str(request.value), at("value"))
    refuse_duplicates(inner.codes, lambda first, second: duplicate_row(matrix, inner, first, second))
    down, y = within(rows, _index(inner.names), inner.codes)
    across, x = within(columns, _index(head.names), head.codes)
    shape = (len(down.keys), len(across.keys), 1)
    check_size(shape, at)
    cells = bare_cells(down, across, _index(("",)), Entries(table, shape, None, (y, x)), request)
    return measured(cells, place_matrix(numbers, y, x, shape), numbers, None)


def _index(names: Sequence[str]) -> Index:
    return Index(tuple(Key("", name) for name in names))
