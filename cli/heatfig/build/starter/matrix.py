"""Files in wide form: what names their rows, what says more of them, and which columns are cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from heatfig.build.starter.axes import is_no_score, is_numbering
from heatfig.build.starter.columns import Column, count, other_texts, scattered, scores_of
from heatfig.build.starter.reading import Read, is_headless
from heatfig.runtime.deferred import dataclass

LEAST_CELLS = 3  # columns of scores beside a column of unique names, where more than these say something of a row
# Facts of a row, and summaries of its scores: on no scale with these.
_ASIDE = re.compile(
    r"^(#? ?param(eter)?s?|size|year|rank|flops|average|avg|mean|overall|total|sum)( ?[(\[].*[)\]])?$", re.IGNORECASE
)
_PLACE = re.compile(r"^(rank|place|position|pos|no|#)\.?$", re.IGNORECASE)
_NUMBERED = re.compile(r"^$|^unnamed: ?0$|^index$", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Matrix:
    """The scores of a wide file, the column that names its rows if there is one, and those beside its cells."""

    scores: Column
    cells: tuple[str, ...]
    rows: str | None
    keep: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether all but the first column are cells."""
        return self.rows is not None and not self.keep


def matrix(read: Read, columns: dict[str, Column]) -> Matrix | None:
    """The matrix that a file is; None of one in long form."""
    first, *rest = read.columns
    if is_headless(read) or read.header == "none" or _counts(read.columns):
        return _whole(read, columns, read.columns, None)
    if not _unique(read, first):
        return _with_facts(read, columns)
    if first not in columns or _names_a_side(read) or (_NUMBERED.match(first) and _are_fractions(columns, rest)):
        aside = tuple(name for name in rest if _ASIDE.search(name.strip()))
        cells = [name for name in rest if name not in aside]
        whole = _whole(read, columns, cells if len(cells) > 1 else rest, first)
        whole = replace(whole, keep=aside) if whole and len(cells) > 1 else whole
        return whole or _with_facts(read, columns)
    return _with_facts(read, columns) if _PLACE.match(first) else None


def _whole(read: Read, columns: dict[str, Column], cells: Sequence[str], rows: str | None) -> Matrix | None:
    """A matrix of cells that all hold scores, or texts that mark missing ones in other columns, too."""
    tokens = {token for name in cells if name in columns for token in columns[name].tokens}
    for name in cells:
        if name not in columns and not set(_others(read, name)) <= tokens:
            return None
    scores = scores_of(read.table, cells, read.dialect.decimal) if cells else None
    return None if scores is None else Matrix(scores, tuple(cells), rows)


def _with_facts(read: Read, columns: dict[str, Column]) -> Matrix | None:
    """A matrix with a column of unique texts, which name its rows, and more that say something of them."""
    names = rows_named(read, columns)
    cells = [name for name in columns if not columns[name].whole and not is_no_score(name)]
    if names is None or len(cells) < LEAST_CELLS or len(read.table) < 2:
        return None
    keep = tuple(name for name in read.columns if name not in {names, *cells} and not is_numbering(name))
    scores = scores_of(read.table, cells, read.dialect.decimal)
    return None if scores is None or len(keep) > len(cells) else Matrix(scores, tuple(cells), names, keep)


def rows_named(read: Read, columns: dict[str, Column]) -> str | None:
    """The first column of texts of which no two are alike."""
    return next((name for name in read.columns if name not in columns and _unique(read, name)), None)


def _others(read: Read, name: str) -> list[str]:
    return other_texts(read.table.columns[name].labels, read.dialect.decimal)


def _unique(read: Read, name: str) -> bool:
    return count(read.table, name) == len(read.table)


def _counts(names: Sequence[str]) -> bool:
    """Whether names count columns from 0 or 1, the first one included."""
    return len(names) > 1 and list(names) in ([*map(str, range(len(names)))], [*map(str, range(1, len(names) + 1))])


def _are_fractions(columns: dict[str, Column], names: Sequence[str]) -> bool:
    return len(names) > 1 and all(name in columns and not columns[name].whole for name in names)


def _names_a_side(read: Read) -> bool:
    """Whether numbers in the first column are names all the same: the header repeats them, or holds numbers, too."""
    first, *rest = read.columns
    return set(read.table.columns[first].labels.names) == set(rest) or not scattered(rest)
