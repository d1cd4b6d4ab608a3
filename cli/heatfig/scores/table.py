"""A score file as named columns of text, each row knowing its line."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from heatfig.diagnostics import Diagnostic, Place, Problems, Report
from heatfig.number_format import LARGEST
from heatfig.scores.mend import mend

Texts = NDArray[np.object_]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Dialect:
    """How a file's fields and numbers are written."""

    separator: str = ","
    decimal: str = "."


@dataclass(frozen=True, eq=False)
class Table:
    """Named columns of text; `lines` holds the line on which each row begins.

    `columns` are the header's names, in order. A row of a condensed table stands for `weights` scores,
    of which it holds the sum (for a mean), or the sum, count, least or greatest; else every weight is 1.
    """

    file: str
    dialect: Dialect
    frame: pd.DataFrame
    lines: NDArray[np.int64]
    columns: tuple[str, ...]
    weights: NDArray[np.int64] | None = None

    def texts(self, column: str) -> Texts:
        """One column as written, of shape (rows,)."""
        return self.frame[column].to_numpy()

    def place(self, row: int) -> Place:
        """The line of a row."""
        return Place(self.file, int(self.lines[row]))


@dataclass(frozen=True)
class Observation:
    """Where one score stands, in words, for a message: its row and what leads to it."""

    place: Place
    cell: str


Locate = Callable[[int], Observation]


def numbers(texts: Texts, tokens: Iterable[str], decimal: str, locate: Locate) -> tuple[Floats, NDArray[np.int16]]:
    """Scores as float64, and for each a code: -1 a number, 0 empty, k the k-th token (from 1).

    `locate(i)` gives the Observation of item i. Raises Problems naming each text that is neither a
    number up to LARGEST, nor empty, nor one of `tokens`.
    """
    given = pd.Series(texts, dtype=object)
    written = given.str.replace(",", ".", regex=False) if decimal == "," else given
    values = np.array(pd.to_numeric(written, errors="coerce"), np.float64)
    kinds = np.full(len(values), -1, np.int16)
    # Only what is no number is looked at as text, unless a token looks like a number.
    tokens = [token.strip() for token in tokens]
    like_numbers = not pd.to_numeric(pd.Series(tokens, dtype=object), errors="coerce").isna().all()
    doubtful = np.flatnonzero(np.ones(len(values), bool) if like_numbers else ~(np.abs(values) <= LARGEST))
    stripped = given.iloc[doubtful].str.strip().to_numpy()
    kinds[doubtful[stripped == ""]] = 0
    for code, token in enumerate(tokens, start=1):
        kinds[doubtful[stripped == token]] = code
    values[kinds >= 0] = np.nan
    bad = ~(np.abs(values) <= LARGEST)
    if decimal == ",":
        bad |= given.str.contains(".", regex=False).to_numpy(bool)
    wrong = np.flatnonzero((kinds == -1) & bad)
    if len(wrong):
        raise Problems(_told(wrong, given.str.strip().to_numpy(), decimal, tokens, locate))
    return values, kinds


def _told(
    wrong: NDArray[np.intp], texts: Texts, decimal: str, tokens: Sequence[str], locate: Locate
) -> list[Diagnostic]:
    def told(number: int) -> tuple[str, Place, str]:
        text, found = texts[wrong[number]], locate(int(wrong[number]))
        return f"'{text}' is not a finite number ({found.cell})", found.place, mend(text, decimal, tokens)

    report = Report()
    report.add_some("not-a-number", len(wrong), told)
    return report.found
