"""What one block of a score file holds: columns of labels and of scores, each row knowing its line."""

from collections.abc import Callable, Sequence

import numpy as np

from heatfig.data.columns.arrays import Codes, Labels, Numbers, joined_labels, joined_scores
from heatfig.diagnostics import Place
from heatfig.runtime.deferred import dataclass

Afford = Callable[[int], None]  # raises Problems for more bytes than fit into memory


@dataclass(frozen=True)
class Dialect:
    """How a file's fields, numbers and comments are written."""

    separator: str = ","
    decimal: str = "."
    comment: str | None = None


@dataclass(frozen=True)
class Values:
    """A column of scores (None: all columns but the first) and the texts in it that mean missing."""

    column: str | None
    tokens: tuple[str, ...]


@dataclass(frozen=True)
class Projection:
    """What is needed of a file: columns of labels and of scores."""

    labels: tuple[str, ...]
    values: tuple[Values, ...]


@dataclass(frozen=True, eq=False)
class Chunk:
    """What a projection picks of a file; `lines` holds the line on which each row begins.

    `columns` are the header's names, in order.
    """

    file: str
    dialect: Dialect
    columns: tuple[str, ...]
    lines: Codes
    labels: dict[str, Labels]
    scores: dict[Values, Numbers]

    @property
    def size(self) -> int:
        """How many scores it holds."""
        return max((numbers.values.size for numbers in self.scores.values()), default=len(self.lines))

    def place(self, row: int) -> Place:
        """The line of a row."""
        return Place(self.file, int(self.lines[row]))


def joined(tables: Sequence[Chunk]) -> Chunk:
    """Tables of one file's blocks, one behind the other; they lose their scores to it."""
    if len(tables) == 1:
        return tables[0]
    first = tables[0]
    return Chunk(
        first.file,
        first.dialect,
        first.columns,
        np.concatenate([table.lines for table in tables]),
        {name: joined_labels([table.labels[name] for table in tables]) for name in first.labels},
        {values: joined_scores([table.scores.pop(values) for table in tables]) for values in list(first.scores)},
    )
