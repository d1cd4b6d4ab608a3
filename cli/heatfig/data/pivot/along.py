"""Table → the names along a side of a grid, and which of them each row holds."""

import numpy as np

from heatfig.data.columns.arrays import Codes, Labels
from heatfig.data.index import Index
from heatfig.data.pivot.request import Side
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place
from heatfig.plan.key import Key


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


def _labels(table: Table, column: str | None, spec_at: Place) -> Labels:
    if column is None:
        return Labels(np.zeros(len(table), np.int64), ("",))
    return table.labels(column, spec_at)


def within(given: Index | None, found: Index, codes: Codes) -> tuple[Index, Codes]:
    """The index that is given, or else the one found, and the codes in it."""
    if given is None or given.keys == found.keys:
        return found, codes
    return given, np.array([given.place[key] for key in found.keys], np.int64)[codes]
