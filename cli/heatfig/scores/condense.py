"""A long score file larger than memory → a Table with one row for each set of labels.

The file is read in blocks; scores that share all their labels are put together as they come, with
the number of them as a weight, so that what stays in memory grows with the figure and not with the file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from heatfig.diagnostics import Problems
from heatfig.scores.csv import read_csv
from heatfig.scores.table import Dialect, Observation, Table, numbers

# How each aggregate of a cell is made of the aggregates of blocks; means carry weights.
COMBINED = {"mean": "sum", "sum": "sum", "count": "sum", "min": "min", "max": "max"}


@dataclass(frozen=True)
class Recipe:
    """What is kept of a file: the columns that hold labels, the one that holds scores, and how scores join."""

    labels: tuple[str, ...]
    value: str
    tokens: tuple[str, ...]
    aggregate: str


class UnevenLines(Exception):
    """A file whose lines are not all rows, as fields are quoted or blocks blank: it is to be read whole."""


def condense(blocks: Iterable[bytes], file: str, dialect: Dialect, recipe: Recipe) -> Table:
    """Read blocks that begin and end with lines, the first with the header; raises Problems as reading whole does."""
    header, before = b"", 0
    columns: tuple[str, ...] = ()
    joined = pd.DataFrame()
    for block in blocks:
        if b'"' in block or b"\r" in block.replace(b"\r\n", b""):
            raise UnevenLines
        if not block.strip() or (not header and b"\n" not in block.strip()):
            raise UnevenLines
        try:
            table = read_csv(header + block, file, dialect)
            part = _condensed(table, recipe, before)
        except Problems as found:
            raise _moved(found, before) from None
        joined = _joined([joined, part] if header else [part], recipe)
        if not header:
            blank = len(block) - len(block.lstrip(b"\r\n"))
            header, columns = block[: block.index(b"\n", blank) + 1], table.columns
            before = -header.count(b"\n")
        before += block.count(b"\n")
    return _table(joined, columns, file, dialect, recipe)


def _condensed(table: Table, recipe: Recipe, before: int) -> pd.DataFrame:
    labels = [name for name in recipe.labels if name in table.columns]
    frame = table.frame[labels].copy()
    if recipe.value not in table.columns:
        return frame.iloc[:0].assign(_kind=0, _score=0.0, _weight=0, _line=0)

    def locate(row: int) -> Observation:
        return Observation(table.place(row), ", ".join(f"{name} '{frame[name].iloc[row]}'" for name in labels))

    values, kinds = numbers(table.texts(recipe.value), recipe.tokens, table.dialect.decimal, locate)
    frame["_kind"] = kinds
    frame["_score"] = np.where(kinds == -1, 1.0, np.nan) if recipe.aggregate == "count" else values
    frame["_weight"] = (kinds == -1).astype(np.int64)
    frame["_line"] = table.lines + before
    return _joined([frame], recipe)


def _joined(parts: Sequence[pd.DataFrame], recipe: Recipe) -> pd.DataFrame:
    frame = pd.concat(parts, ignore_index=True)
    keys = [name for name in frame.columns if name not in {"_score", "_weight", "_line"}]
    how = {"_score": COMBINED[recipe.aggregate], "_weight": "sum", "_line": "min"}
    return frame.groupby(keys, sort=False).agg(how).reset_index()


def _table(joined: pd.DataFrame, columns: tuple[str, ...], file: str, dialect: Dialect, recipe: Recipe) -> Table:
    frame = joined[[name for name in recipe.labels if name in joined.columns]].copy()
    missing = ["", *recipe.tokens]
    texts = [
        repr(score).replace(".", dialect.decimal) if kind == -1 else missing[kind]
        for kind, score in zip(joined["_kind"].tolist(), joined["_score"].tolist(), strict=True)
    ]
    if recipe.value in columns:
        frame[recipe.value] = np.array(texts, object)
    weights = joined["_weight"].to_numpy(np.int64)
    return Table(file, dialect, frame, joined["_line"].to_numpy(np.int64), columns, weights)


def _moved(found: Problems, before: int) -> Problems:
    """Problems of a block with the lines that they have in the whole file."""
    return Problems(
        replace(problem, place=replace(problem.place, line=problem.place.line + before))
        if problem.place is not None and problem.place.line > 1
        else problem
        for problem in found.diagnostics
    )
