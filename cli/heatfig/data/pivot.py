"""Table → Cells: every score into its cell, and no two into one unless an aggregate says how."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from heatfig.data.aggregates import Spread, Using
from heatfig.data.cells import Cells, Entries, Field, Index, Key
from heatfig.data.columns import Codes, Labels, Scored
from heatfig.data.fields import count_field, counts, spread_field
from heatfig.data.matrix import Matrix
from heatfig.data.placing import place_entries, place_matrix, refuse_repeats
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, Report, problem
from heatfig.plan.grid import SCORED, Grid
from heatfig.scales.number_format import formatted

MAX_CELLS = 200_000_000


@dataclass(frozen=True)
class Side:
    """The columns whose labels, and groups of labels, stand along one side of a grid."""

    column: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Together:
    """How the scores of one cell become one; `columns` says it of other columns."""

    using: Using
    spread: Spread | None = None
    repeats: int | None = None
    columns: Mapping[str, Using] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """What a grid shows of a table: a value by the columns of its sides (`y`, `x`) and of its parts."""

    value: str | None
    y: Side
    x: Side
    part: str | None = None
    aggregate: Together | None = None

    @property
    def sides(self) -> tuple[Side, Side, Side]:
        """Of rows, columns and parts."""
        return self.y, self.x, Side(self.part)


def along(table: Table, side: Side, at: At) -> tuple[Index, Codes]:
    """The keys along a side, in first appearance or the order that its columns have, and which each row holds."""
    inner = _labels(table, side.column, at("column"))
    group = _labels(table, side.group, at("group"))
    codes = group.codes * max(1, len(inner.names)) + inner.codes
    found, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    if inner.positions is not None or group.positions is not None:
        outer, own = np.divmod(found, max(1, len(inner.names)))
        order = np.lexsort((first, own if inner.positions is not None else np.zeros_like(own), outer))
    pairs = [divmod(code, max(1, len(inner.names))) for code in found[order].tolist()]
    keys = tuple(Key(group.names[outer], inner.names[name]) for outer, name in pairs)
    return Index(keys), np.argsort(order)[inverse].reshape(-1)


def _labels(table: Table, column: str | None, asked_at: Place) -> Labels:
    if column is None:
        return Labels(np.zeros(len(table), np.int64), ("",))
    return table.labels(column, asked_at)


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
    straight = _straight(table, request)
    if straight is not None:
        return _matrix(table, straight, request, rows, columns, at)
    found = [along(table, side, partial(at, *path)) for side, path in zip(request.sides, _PATHS, strict=True)]
    asked = zip((rows, columns, parts), found, strict=True)
    (down, y), (across, x), (beside, part) = (_within(given, *each) for given, each in asked)
    shape = (len(down.keys), len(across.keys), len(beside.keys))
    check_size(shape, at)
    entries = Entries(table, shape, np.ravel_multi_index((y, x, part), shape))
    scored = _scored(table, request, at)
    cells = _cells(down, across, beside, entries, request)
    _check_repeats(cells, request, scored, at)
    using = request.aggregate.using if request.aggregate else None
    grid = place_entries(entries, scored, using, lambda first, second: _repeated(cells, scored, first, second))
    return _measured(cells, grid, scored, request.aggregate)


_PATHS = (("axes", "y"), ("axes", "x"), ("split",))


def _cells(rows: Index, columns: Index, parts: Index, entries: Entries, request: Request) -> Cells:
    sides = [(side.column, (at, False)) for at, side in enumerate(request.sides)]
    sides += [(side.group, (at, True)) for at, side in enumerate(request.sides)]
    naming = {name: side for name, side in sides if name is not None}
    down, across = np.arange(entries.shape[0]), np.arange(entries.shape[1])
    return Cells(rows, columns, parts, entries, request.value or "count", {}, down, across, naming)


def _measured(cells: Cells, grid: Grid, scored: Scored, aggregate: Together | None) -> Cells:
    """The cells with their fields."""
    value = Field(lambda: grid)
    fields = {cells.name: value, "value": value, "count": count_field(cells.entries, scored, grid)}
    if aggregate is not None and aggregate.spread is not None:
        fields["spread"] = spread_field(cells.entries, scored, aggregate.spread)
    return replace(cells, fields=fields)


def check_size(shape: tuple[int, int, int], at: At) -> None:
    """Raise Problems for more cells than are drawn."""
    if math.prod(shape) > MAX_CELLS:
        size = f"{shape[0]:,} × {shape[1]:,} cells" + (f" of {shape[2]:,} parts" if shape[2] > 1 else "")
        hint = f"at most {MAX_CELLS:,} in all; `where` chooses rows"
        raise problem("too-many-cells", f"a grid of {size} is too large to draw", at("axes"), hint)


def _within(given: Index | None, found: Index, codes: Codes) -> tuple[Index, Codes]:
    """The index that is given, or else the one found, and the codes in it."""
    if given is None or given.keys == found.keys:
        return found, codes
    return given, np.array([given.place[key] for key in found.keys], np.int64)[codes]


def _scored(table: Table, request: Request, at: At) -> Scored:
    if request.value is not None:
        return table.numbers(request.value, at("value"))
    return Scored(np.zeros(len(table)), np.full(len(table), SCORED, np.int16), {})


def _keeps(aggregate: Together | None) -> bool:
    """Whether a single score stays what it is."""
    return aggregate is None or (aggregate.using != "count" and not aggregate.spread and not aggregate.repeats)


def _straight(table: Table, request: Request) -> Matrix | None:
    """The block of a wide file that is pivoted as it stands: one label a row, one a column, a score a cell."""
    matrix = table.matrix
    if matrix is None or request.part or request.y.group or request.x.group or not _keeps(request.aggregate):
        return None
    head = matrix.heads.get(request.x.column or "")
    if request.value not in matrix.values or request.y.column not in matrix.rows or head is None:
        return None
    inner = matrix.rows[str(request.y.column)].labels
    unlike = len(head.names) == matrix.shape[1] and (not request.aggregate or len(inner.names) == matrix.shape[0])
    return matrix if unlike else None


def _matrix(table: Table, matrix: Matrix, request: Request, rows: Index | None, columns: Index | None, at: At) -> Cells:
    """The cells of a wide file, which are views of it where the order allows."""
    inner, head = matrix.rows[str(request.y.column)].labels, matrix.heads[str(request.x.column)]
    scored = matrix.values[str(request.value)]
    if scored.wrong:
        table.numbers(str(request.value), at("value"))
    refuse_repeats(inner.codes, lambda first, second: _row_repeated(matrix, inner, first, second))
    down, y = _within(rows, _index(inner.names), inner.codes)
    across, x = _within(columns, _index(head.names), head.codes)
    shape = (len(down.keys), len(across.keys), 1)
    check_size(shape, at)
    cells = _cells(down, across, _index(("",)), Entries(table, shape, None, (y, x)), request)
    return _measured(cells, place_matrix(scored, y, x, shape), scored, None)


def _index(names: Sequence[str]) -> Index:
    return Index(tuple(Key("", name) for name in names))


def _repeated(cells: Cells, scored: Scored, first: int, second: int) -> tuple[str, Place, str]:
    table = cells.entries.table
    before, here = table.place(first), table.place(second)
    one, two = (_told(cells, scored, row) for row in (first, second))
    cell = cells.told(cells.entries.cell(second))
    message = f"a second score for {cell}: {one} {before.told_from(here)}, {two} here"
    return message, here, "drop one of them, or say how they become one: aggregate: mean"


def _told(cells: Cells, scored: Scored, row: int) -> str:
    """A score as a message names it: the number, or the text that stands in its place."""
    kind = int(scored.kinds[row])
    if kind == SCORED:
        return formatted(float(scored.values[row]), None)
    return cells.entries.table.columns[cells.name].reading.meaning(kind).strip() or "empty"


def _row_repeated(matrix: Matrix, inner: Labels, first: int, second: int) -> tuple[str, Place, str]:
    """The same of a row of a matrix."""
    before, here = (next(matrix.lines.sources(row)) for row in (first, second))
    hint = "drop one of them; scores in long form become one with an aggregate"
    return f"a second row '{inner.names[inner.codes[second]]}': the first is {before.told_from(here)}", here, hint


def _check_repeats(cells: Cells, request: Request, scored: Scored, at: At) -> None:
    """Raise Problems for cells that have fewer scores than are to be repeated."""
    wanted = request.aggregate.repeats if request.aggregate else None
    if wanted is None:
        return
    found = counts(cells.entries, scored)
    few = np.flatnonzero((found > 0) & (found < wanted))

    def told(number: int) -> tuple[str, Place, str]:
        cell = int(few[number])
        message = f"{cells.told(cell)} has {found[cell]:,} of {wanted} repeats"
        return message, at("aggregate", "repeats"), "add its rows, or ask for fewer"

    report = Report()
    report.add_some("too-few-repeats", len(few), told)
    report.check()
