"""symmetrize: each row also with two of its labels exchanged."""

from typing import ClassVar

import numpy as np

from heatfig.data.columns.arrays import Labels
from heatfig.data.columns.column import of
from heatfig.data.columns.keys import known_codes
from heatfig.data.table import At, Table, check_made
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Symmetrize:
    """Adds the mirror image of each row that pairs two different labels."""

    pair: tuple[str, str]
    by_block: ClassVar[bool] = False

    def apply(self, table: Table, at: At) -> Table:
        """All rows, then their mirror images; both columns have the same labels in the same order."""
        one, other = (table.labels(name, at(index)) for index, name in enumerate(self.pair))
        names = tuple(dict.fromkeys((*one.names, *other.names)))
        left, right = known_codes(one, names), known_codes(other, names)
        mirrored = np.flatnonzero(left != right)
        check_made(len(mirrored), at())
        rows = np.concatenate([np.arange(len(table)), mirrored])
        order = tuple(range(len(names)))
        sides = ((left, right), (right, left))
        columns = {
            name: of(Labels(np.concatenate([here, there[mirrored]]), names, order).take(slice(None)))
            for name, (here, there) in zip(self.pair, sides, strict=True)
        }
        return table.take(rows).with_columns(columns)
