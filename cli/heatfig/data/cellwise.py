"""Predicates over the fields of cells, as a table of one row a cell.

Grids may be larger than memory: what is asked of numbers alone is asked of some rows of cells at a time.
"""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from heatfig.data.cells import Cells, Content, TextGrid
from heatfig.data.columns.arrays import Codes, Labels, Numbers
from heatfig.data.columns.column import of
from heatfig.data.fields import named_field
from heatfig.data.index import Index
from heatfig.data.predicates import Between, Predicate, check_values, columns_of, leaves, looked_at, mask
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, Report
from heatfig.plan.grid import Grid
from heatfig.runtime.arrays import Flags
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.stretches import stretches

_CELLS_AT_ONCE = 2_000_000


def chosen(cells: Cells, predicate: Predicate, at: At) -> Flags:
    """The cells for which a predicate holds; raises Problems for columns and texts that they lack."""
    if not _of_numbers(cells, predicate):
        return _chosen(cells, predicate, at)
    down, across = (np.arange(count) for count in cells.shape[:2])
    at_once = max(1, _CELLS_AT_ONCE // max(1, cells.values[:1].size))
    found = np.empty(cells.shape, np.bool_)
    for rows in stretches(cells.values, range(0, len(down), at_once)):
        found[rows] = _chosen(cells.take(down[rows], across), predicate, at)
    return found


def _of_numbers(cells: Cells, predicate: Predicate) -> bool:
    """Whether it is about limits of numbers that the cells have, each of which is looked at by itself."""
    return all(
        isinstance(leaf, Between)
        and leaf.column not in cells.naming
        and leaf.column in cells.fields
        and isinstance(cells.fields[leaf.column].content, Grid)
        for leaf in leaves(predicate)
    )


def _chosen(cells: Cells, predicate: Predicate, at: At) -> Flags:
    table, report = _table(cells, columns_of(predicate), at), Report()
    check_values(predicate, {name: _known(cells, table, name) for name in looked_at(predicate)}, at, report)
    report.check()
    return mask(predicate, table, at).reshape(cells.shape)


def _known(cells: Cells, table: Table, name: str) -> Sequence[str]:
    """What a predicate may name of a column: all that it holds, and labels that a triangle leaves out."""
    names = table.columns[name].labels.names
    axis, group = cells.naming.get(name, (None, False))
    left_out = cells.square or () if axis in {0, 1} else ()
    return (*names, *(key.group if group else key.label for key in left_out))


def _table(cells: Cells, names: Collection[str], at: At) -> Table:
    """The fields of these names, or the labels where they are those of a side's columns."""
    sides = {name: index for name, index in cells.naming.items() if name in names}
    readings = {name: column.reading for name, column in cells.entries.table.columns.items()}
    columns = {name: of(_labels(cells, *index), readings.get(name)) for name, index in sides.items()}
    for name in names:
        if name not in columns:
            columns[name] = of(_flat(named_field(cells, name, at(name)).content), readings.get(name))
    return Table(columns, OfCells(cells))


@dataclass(frozen=True, eq=False)
class OfCells:
    """A row for each cell, made of those of the file that stand in it."""

    cells: Cells

    def __len__(self) -> int:
        return int(np.prod(self.cells.shape))

    def sources(self, row: int) -> Iterator[Place]:
        """Those of the cell; none where it has no row."""
        y, x, part = (int(at) for at in np.unravel_index(row, self.cells.shape))
        yield from self.cells.sources(y, x, part)


def _labels(cells: Cells, axis: int, group: bool) -> Labels:
    index: Index = (cells.rows, cells.columns, cells.parts)[axis]
    names = [key.group if group else key.label for key in index.keys]
    place = {name: at for at, name in enumerate(dict.fromkeys(names))}
    codes: Codes = np.array([place[name] for name in names], np.int64)
    shape = tuple(len(codes) if each == axis else 1 for each in range(3))
    return Labels(np.broadcast_to(codes.reshape(shape), cells.shape).ravel(), tuple(place))


def _flat(content: Content) -> Labels | Numbers:
    if isinstance(content, TextGrid):
        codes = np.where(content.codes < 0, len(content.names), content.codes).ravel()
        return Labels(codes, (*content.names, "")).take(slice(None))
    return Numbers(content.scores.ravel(), content.kinds.ravel(), {})
