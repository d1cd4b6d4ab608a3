"""What the columns of a score file hold: scores, perhaps with texts that mark missing ones, or labels."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from heatfig.data.columns import Floats, Texts
from heatfig.data.readers.sheet import Sheet, scored

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


def scores_in(texts: Texts, table: Sheet, share: float = 0.5) -> Column | None:
    """The texts as scores; None unless a share are numbers, and the others a few texts without digits."""
    tokens = other_texts(texts, table)
    if len(tokens) > MOST_TOKENS or any(map(_DIGIT.search, tokens)):
        return None
    values = scored(texts, tuple(tokens), table.dialect.decimal).values
    empty = np.array([not text.strip() for text in texts], bool)
    count = np.count_nonzero(~np.isnan(values))
    return Column(texts, values, tuple(tokens)) if count and count >= share * np.count_nonzero(~empty) else None


def other_texts(texts: Texts, table: Sheet) -> list[str]:
    """The first distinct texts that are neither empty nor numbers, as compiling would tell them."""
    distinct = pd.Series(texts, dtype=object).str.strip().drop_duplicates().to_numpy()
    return list(scored(distinct, (), table.dialect.decimal).wrong.values())


def score_columns(table: Sheet) -> dict[str, Column]:
    """The columns that may hold scores, by name."""
    found = {name: scores_in(table.texts(name), table) for name in table.columns}
    return {name: column for name, column in found.items() if column is not None}


def matrix(table: Sheet, columns: dict[str, Column]) -> Column | None:
    """The scores of a file in wide form: unique names first, then columns that hold nothing but scores."""
    first, rest = table.columns[0], table.columns[1:]
    if not table.frame[first].is_unique or (first in columns and not _names_a_side(table)):
        return None
    tokens = {token for name in rest if name in columns for token in columns[name].tokens}
    for name in rest:
        if name not in columns and not set(other_texts(table.texts(name), table)) <= tokens:
            return None
    return scores_in(table.frame[list(rest)].to_numpy().ravel(), table, share=0)


def _names_a_side(table: Sheet) -> bool:
    """Whether numbers in the first column are names all the same: the header repeats them, or holds numbers, too."""
    first, rest = table.columns[0], table.columns[1:]
    return set(table.texts(first)) == set(rest) or not scattered(rest)


def scattered(names: Iterable[str]) -> bool:
    """Whether names are words rather than numbers in a row."""
    return any(not _DIGIT.match(name.strip().lstrip("+-.")) for name in names)


def varied(table: Sheet, columns: Sequence[str]) -> int:
    """How many different rows some columns have."""
    return len(table.frame[list(columns)].drop_duplicates())
