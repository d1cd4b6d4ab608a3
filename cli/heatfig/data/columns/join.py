"""Rows of one table beside those of another one that have the same key."""

from collections.abc import Sequence

import numpy as np

from heatfig.data.columns.arrays import Codes, Labels
from heatfig.data.columns.keys import matched
from heatfig.data.table import Table
from heatfig.diagnostics import Place, refuse_some
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class Keyed:
    """A table, and the columns of it that are the key of its rows."""

    table: Table
    key: Sequence[tuple[str, Labels]]

    def key_of(self, row: int) -> str:
        """The key of a row in words."""
        return ", ".join(f"{name} '{labels.names[labels.codes[row]]}'" for name, labels in self.key)


@dataclass(frozen=True, eq=False)
class Join:
    """The number of the key of each of our rows and of theirs, and the first of theirs that has it, -1 for none."""

    ours: Keyed
    theirs: Keyed
    our_keys: Codes
    their_keys: Codes
    first: Codes

    @property
    def partners(self) -> Codes:
        """For each of our rows that of theirs with the same key, -1 where there is none."""
        return self.first[self.our_keys]

    @property
    def repeated(self) -> Codes:
        """Those of their rows whose key another one before has."""
        return np.flatnonzero(self.first[self.their_keys] != np.arange(len(self.their_keys)))

    @property
    def used(self) -> Codes:
        """How many of our rows have the key of each of theirs."""
        return np.bincount(self.our_keys, minlength=len(self.first))[self.their_keys]

    def refuse_repeated(self, rows: Codes, what: str, hint: str) -> None:
        """Raise Problems for some of their rows whose key another one before has."""

        def explain(number: int) -> tuple[str, Place, str]:
            row, table = int(rows[number]), self.theirs.table
            here, first = table.place(row), table.place(int(self.first[self.their_keys[row]]))
            return f"{what} {self.theirs.key_of(row)}: the first is {first.relative_to(here)}", here, hint

        refuse_some("two-partners", len(rows), explain)


def join(ours: Keyed, theirs: Keyed) -> Join:
    """The rows of two tables by keys of as many columns."""
    our_labels, their_labels = ([labels for _, labels in side.key] for side in (ours, theirs))
    return Join(ours, theirs, *matched(our_labels, their_labels, len(ours.table), len(theirs.table)))
