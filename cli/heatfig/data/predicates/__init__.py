"""Predicates: which rows hold what is asked of their columns."""

from collections.abc import Callable
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Labels
from heatfig.data.columns.keys import known_codes
from heatfig.data.predicates.kinds import (
    FLAGS,
    All,
    Any,
    Between,
    In,
    Matches,
    Not,
    Predicate,
    Same,
    columns_of,
    leaves,
    looked_at,
)
from heatfig.data.predicates.limits import within_limits
from heatfig.data.predicates.patterns import pattern
from heatfig.data.predicates.values import check_values
from heatfig.data.table import At, Table

__all__ = [
    "All", "Any", "Between", "In", "Matches", "Not", "Predicate", "Same",
    "check_values", "columns_of", "leaves", "looked_at", "mask", "pattern",
]  # fmt: skip

Mask = NDArray[np.bool_]


def mask(predicate: Predicate, table: Table, at: At) -> Mask:
    """The rows for which a predicate holds; raises Problems for columns that are not there or hold no numbers."""
    match predicate:
        case In():
            return _among(predicate, table.labels(predicate.column, at(*predicate.paths[0] if predicate.paths else ())))
        case Between():
            return within_limits(predicate, table, at)
        case Matches():
            fits, labels = pattern(predicate.pattern), table.labels(predicate.column, at(*predicate.path))
            return _where(labels, lambda name: fits.fullmatch(name) is not None)
        case Same():
            one = table.labels(predicate.column, at(*predicate.path))
            other = table.labels(predicate.other, at(*predicate.path))
            return np.asarray(known_codes(other, one.names) == one.codes, np.bool_)
        case Not():
            return ~mask(predicate.predicate, table, at)
        case All():
            found = [mask(each, table, at) for each in predicate.predicates]
            return np.logical_and.reduce(found) if found else np.ones(len(table), np.bool_)
        case Any():
            found = [mask(each, table, at) for each in predicate.predicates]
            return np.logical_or.reduce(found) if found else np.zeros(len(table), np.bool_)
    assert_never(predicate)


def _among(predicate: In, labels: Labels) -> Mask:
    """The rows that hold one of the texts, flags whatever their case."""
    values = set(predicate.values)
    flags = {value.casefold() for value in values} & FLAGS
    return _where(labels, lambda name: name in values or name.strip().casefold() in flags)


def _where(labels: Labels, holds: Callable[[str], bool]) -> Mask:
    """The rows whose texts are so."""
    return np.array([holds(name) for name in labels.names], np.bool_)[labels.codes]
