"""What the columns of a score file hold: scores, perhaps with texts that mark missing ones, or labels."""

import re
from collections.abc import Iterable, Sequence

import numpy as np

from heatfig.data.columns.arrays import Floats, Labels, Numbers, Texts, distinct
from heatfig.data.columns.column import Reading, of
from heatfig.data.columns.keys import numbered_keys
from heatfig.data.table import Table
from heatfig.runtime.deferred import dataclass

MOST_TOKENS = 6
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, eq=False)
class Column:
    """Scores as texts and as numbers, NaN where one is missing, and the texts that mark missing ones."""

    texts: Texts
    values: Floats
    tokens: tuple[str, ...]

    @property
    def present(self) -> Floats:
        """The scores alone."""
        return self.values[~np.isnan(self.values)]

    @property
    def whole(self) -> bool:
        """Whether every score is a whole number."""
        return bool(np.all(self.present % 1 == 0))


def read_as(labels: Labels, tokens: Sequence[str], decimal: str) -> Numbers:
    """Texts as scores."""
    return of(labels, Reading(tuple(tokens), decimal)).numbers


def scores_in(labels: Labels, decimal: str, share: float = 0.5) -> Column | None:
    """The texts as scores; None unless a share are numbers, and the others a few texts without digits."""
    tokens = other_texts(labels, decimal)
    if len(tokens) > MOST_TOKENS or any(map(_DIGIT.search, tokens)):
        return None
    numbers = read_as(labels, tokens, decimal)
    count = np.count_nonzero(numbers.kinds == -1)
    given = np.count_nonzero(numbers.kinds != 0)
    return Column(labels.texts(), numbers.values, tuple(tokens)) if count and count >= share * given else None


def other_texts(labels: Labels, decimal: str) -> list[str]:
    """The first distinct texts that are neither empty nor numbers, as compiling would tell them."""
    names = dict.fromkeys(name.strip() for name in labels.names)
    return list(read_as(Labels(np.arange(len(names)), tuple(names)), (), decimal).wrong.values())


def score_columns(table: Table, decimal: str) -> dict[str, Column]:
    """The columns that may hold scores, by name."""
    found = {name: scores_in(column.labels, decimal) for name, column in table.columns.items()}
    return {name: column for name, column in found.items() if column is not None}


def scores_of(table: Table, names: Iterable[str], decimal: str) -> Column | None:
    """The scores of several columns, row by row; None where some text is none."""
    texts = np.stack([table.columns[name].labels.texts() for name in names], axis=1)
    return scores_in(distinct(texts.ravel().tolist()), decimal, share=0)


def count(table: Table, name: str) -> int:
    """How many different texts a column has."""
    return len(table.columns[name].labels.names)


def scattered(names: Iterable[str]) -> bool:
    """Whether names are words rather than numbers in a row."""
    return any(not _DIGIT.match(name.strip().lstrip("+-.")) for name in names)


def varied(table: Table, columns: Sequence[str]) -> int:
    """How many different rows some columns have."""
    return len(numbered_keys([table.columns[name].labels for name in columns], len(table))[1])


def most_alike(table: Table, columns: Sequence[str]) -> tuple[int, int]:
    """How many rows have the same texts in some columns, at least and at most."""
    ids, first = numbered_keys([table.columns[name].labels for name in columns], len(table))
    sizes = np.bincount(ids, minlength=len(first))
    return int(sizes.min()), int(sizes.max())
