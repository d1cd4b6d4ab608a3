"""Every field of a score file as text: what explains a file, and reads whatever is out of the ordinary."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from heatfig.data.columns import WRONG, Codes, Scored, Texts, distinct
from heatfig.data.readers.chunk import Chunk, Dialect, Projection, Values
from heatfig.data.readers.columns import PANDAS_ALONE
from heatfig.diagnostics import Place
from heatfig.scales.number_format import LARGEST

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Sheet:
    """Named columns of text; `lines` holds the line on which each row begins."""

    file: str
    dialect: Dialect
    frame: "pd.DataFrame"
    lines: Codes
    columns: tuple[str, ...]

    def texts(self, column: str) -> Texts:
        """One column as written, of shape (rows,)."""
        return self.frame[column].to_numpy()

    def place(self, row: int) -> Place:
        """The line of a row."""
        return Place(self.file, int(self.lines[row]))

    def table(self, recipe: Projection) -> Chunk:
        """What a recipe asks for; columns that are not there are left out."""
        wide = any(asked.column is None for asked in recipe.values)
        named = {*recipe.labels, self.columns[0]} if wide else recipe.labels
        labels = {name: distinct(self.texts(name).tolist()) for name in named if name in self.columns}
        scores = {
            asked: scored(self._values(asked), asked.tokens, self.dialect.decimal)
            for asked in recipe.values
            if asked.column is None or asked.column in self.columns
        }
        return Chunk(self.file, self.dialect, self.columns, self.lines, labels, scores)

    def _values(self, asked: Values) -> Texts:
        return self.frame.iloc[:, 1:].to_numpy() if asked.column is None else self.texts(asked.column)


def scored(texts: Texts, tokens: tuple[str, ...], decimal: str) -> Scored:
    """The scores that texts are, of the same shape."""
    import pandas as pd

    given = pd.Series(texts.ravel(), dtype=object)
    written = given.str.replace(",", ".", regex=False) if decimal == "," else given
    values = np.array(pd.to_numeric(written, errors="coerce"), np.float64)
    kinds = np.full(len(values), -1, np.int16)
    # Only what is no number is looked at as text, unless a token looks like a number.
    meant = [token.strip() for token in tokens]
    like_numbers = not pd.to_numeric(pd.Series(meant, dtype=object), errors="coerce").isna().all()
    doubtful = np.flatnonzero(np.ones(len(values), bool) if like_numbers else ~(np.abs(values) <= LARGEST))
    stripped = given.iloc[doubtful].str.strip().to_numpy()
    kinds[doubtful[stripped == ""]] = 0
    for code, token in enumerate(meant, start=1):
        kinds[doubtful[stripped == token]] = code
    bad = ~(np.abs(values) <= LARGEST)
    bad |= given.str.contains(PANDAS_ALONE, regex=True).to_numpy(bool)
    if decimal == ",":
        bad |= given.str.contains(".", regex=False).to_numpy(bool)
    kinds[(kinds == -1) & bad] = WRONG
    values[kinds != -1] = np.nan
    found = np.flatnonzero(kinds == WRONG)
    wrong = dict(zip(found.tolist(), given.iloc[found].str.strip().tolist(), strict=True))
    return Scored(values.reshape(texts.shape), kinds.reshape(texts.shape), wrong)
