"""Labels and numbers in regular lines: by Python where they are few, by pandas' C reader where they are many.

Both read alike, and give up alike where a number is out of the ordinary.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from heatfig.data.columns.arrays import Floats, Labels, distinct
from heatfig.data.columns.numerals import PANDAS_ALONE, number
from heatfig.data.readers.chunk import Dialect
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.lazy import without

if TYPE_CHECKING:
    import pandas as pd

_PANDAS_ALONE = re.compile(PANDAS_ALONE.encode())
# Python reads so many bytes in the time that an import of pandas takes, 0.2 s.
LITTLE = 1_000_000


@dataclass(frozen=True)
class Columns:
    """Which of `count` columns are read, by their places: labels, and numbers with the texts that mean missing."""

    count: int
    labels: Sequence[int]
    numbers: Mapping[int, tuple[str, ...]]


Read = tuple[dict[int, Labels], dict[int, Floats]]


def read_columns(block: bytes, dialect: Dialect, columns: Columns) -> Read | None:
    """Columns of whole lines, NaN where a number is missing; None if some text is neither a number nor missing."""
    read = by_python if len(block) < LITTLE else by_pandas
    return read(block, dialect, columns)


def by_python(block: bytes, dialect: Dialect, columns: Columns) -> Read | None:
    """The columns, a text at a time."""
    rows = [line.split(dialect.separator) for line in block.decode().split("\n")[:-1]]
    numbers = {}
    for place, tokens in columns.numbers.items():
        missing = {"", *(token.strip() for token in tokens)}
        try:
            found = [number(row[place], missing, dialect.decimal) for row in rows]
        except ValueError:
            return None
        numbers[place] = np.array(found, np.float64)
    return {place: distinct(row[place] for row in rows) for place in columns.labels}, numbers


def by_pandas(block: bytes, dialect: Dialect, columns: Columns) -> Read | None:
    """The columns, by the C reader, which leaves Python free meanwhile."""
    if b"+" in block and _PANDAS_ALONE.search(block):
        return None
    try:
        frame = _frame(_own_row(dialect, columns) + block, dialect, columns)
    except ValueError:
        return None
    numbers = {place: frame[place].to_numpy()[1:] for place in columns.numbers}
    return {place: _labels(frame[place]) for place in columns.labels}, numbers


def _own_row(dialect: Dialect, columns: Columns) -> bytes:
    """A row to put first: pandas makes numbers of labels if all of them look like numbers."""
    fields = ("" if place in columns.numbers else "~" for place in range(columns.count))
    return f"{dialect.separator.join(fields)}\n".encode()


def _frame(block: bytes, dialect: Dialect, columns: Columns) -> "pd.DataFrame":
    """The columns, named by their places; raises ValueError for a text that is no number."""
    with without("pyarrow"):
        import pandas as pd

    types: dict[int, Any] = dict.fromkeys(columns.labels, "category") | dict.fromkeys(columns.numbers, np.float64)
    missing: dict[Any, list[str]] = {place: ["", *tokens] for place, tokens in columns.numbers.items()}
    return pd.read_csv(
        io.BytesIO(block),
        sep=dialect.separator,
        decimal=dialect.decimal,
        header=None,
        names=list(range(columns.count)),
        usecols=[*columns.labels, *columns.numbers],
        dtype=types,
        na_values=missing,
        keep_default_na=False,
        skip_blank_lines=False,
        quoting=csv.QUOTE_NONE,
        encoding="utf-8",
        low_memory=False,
    )


def _labels(column: "pd.Series[str]") -> Labels:
    """A categorical column with its names in first appearance, without our own row."""
    names = column.cat.categories.tolist()
    return Labels(column.cat.codes.to_numpy().astype(np.int64), tuple(names)).take(slice(1, None))
