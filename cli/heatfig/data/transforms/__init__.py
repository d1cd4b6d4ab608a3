"""Verbs: each makes a table of a table."""

from collections.abc import Sequence
from dataclasses import replace

from heatfig.data.table import At, Table
from heatfig.data.transforms.aggregate import Aggregate
from heatfig.data.transforms.bin import Bin
from heatfig.data.transforms.compare import Compare
from heatfig.data.transforms.derive import Derive
from heatfig.data.transforms.extract import Extract
from heatfig.data.transforms.filter import Filter
from heatfig.data.transforms.lookup import Lookup
from heatfig.data.transforms.rescale import Rescale
from heatfig.data.transforms.symmetrize import Symmetrize

__all__ = [
    "Aggregate",
    "Bin",
    "Compare",
    "Derive",
    "Extract",
    "Filter",
    "Lookup",
    "Rescale",
    "Symmetrize",
    "Verb",
    "transformed",
]

Verb = Filter | Lookup | Derive | Extract | Rescale | Bin | Aggregate | Compare | Symmetrize


def transformed(table: Table, verbs: Sequence[tuple[Verb, At]]) -> Table:
    """The table after all verbs, each with the place where it stands."""
    for verb, at in verbs:
        table = replace(verb.apply(table, at), defaults=table.defaults)
    return table
