"""CSV → Chunk by the texts of all fields, for files that are irregular or wrong, which it explains.

pandas reads the texts, once it is sure that all rows have as many fields as the header.
"""

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Numbers, distinct
from heatfig.data.columns.numerals import parsed_numbers
from heatfig.data.readers.chunk import Chunk, Dialect, Projection, Values
from heatfig.data.readers.header import read_header
from heatfig.data.readers.split import records
from heatfig.diagnostics import Place, Problems, Report, problem
from heatfig.runtime.lazy import without
from heatfig.runtime.text import decode

if TYPE_CHECKING:
    import pandas as pd

_NEWLINE, _RETURN = 10, 13


def read_texts(content: bytes, file: str, dialect: Dialect, projection: Projection, whole: bool = True) -> Chunk:
    """The columns of a projection that are there.

    Raises Problems naming the lines that make the file no rectangle of fields. If the content is not the `whole` file,
    but its header and rows from its middle, the header is not blamed.
    """
    text = decode(content, file)
    if not text.strip():
        raise problem("empty-file", "the file is empty", Place(file), "a header line and a row for each score")
    data = text.encode()
    header, first = read_header(text, file, dialect)
    lines = _quoted_lines(text, file, dialect, whole) if '"' in text else _plain_lines(data, file, dialect, whole)
    if len(lines) < 2:
        hint = "each row below the header holds a score" if dialect.separator in text else ""
        raise problem("no-rows", "a header and no rows", Place(file, first), hint)
    frame = _frame(data, dialect, header, int(lines[0]))
    if len(frame) != len(lines) - 1:
        raise AssertionError(f"{file}: {len(frame)} rows were read of {len(lines) - 1}")
    return _chunk(frame, Chunk(file, dialect, tuple(header), lines[1:], {}, {}), projection)


def _frame(data: bytes, dialect: Dialect, header: list[str], above: int) -> "pd.DataFrame":
    """The texts of all fields below the first `above` lines."""
    with without("pyarrow"):
        import pandas as pd

    frame = pd.read_csv(
        io.BytesIO(data),
        sep=dialect.separator,
        header=None,
        names=list(range(len(header))),
        skiprows=above,
        dtype=object,
        na_filter=False,
        encoding="utf-8",
    )
    frame.columns = pd.Index(header)
    return frame


def _chunk(frame: "pd.DataFrame", empty: Chunk, projection: Projection) -> Chunk:
    """The columns of a projection."""

    def scores(values: Values) -> Numbers:
        texts = frame.iloc[:, 1:] if values.column is None else frame[values.column]
        return parsed_numbers(texts.to_numpy(), values.tokens, empty.dialect.decimal)

    wide = any(values.column is None for values in projection.values)
    named = {*projection.labels, empty.columns[0]} if wide else projection.labels
    labels = {name: distinct(frame[name].tolist()) for name in named if name in empty.columns}
    there = [values for values in projection.values if values.column is None or values.column in empty.columns]
    return replace(empty, labels=labels, scores={values: scores(values) for values in there})


def _plain_lines(data: bytes, file: str, dialect: Dialect, whole: bool) -> NDArray[np.int64]:
    """The lines of header and rows of an unquoted file; raises Problems unless all have as many fields."""
    codes = np.frombuffer(data if data.endswith(b"\n") else data + b"\n", np.uint8)
    ends = np.flatnonzero(codes == _NEWLINE)
    starts = np.concatenate([[0], ends[:-1] + 1])
    separators = np.flatnonzero(codes == ord(dialect.separator))
    counts = np.searchsorted(separators, ends) - np.searchsorted(separators, starts)
    filled = np.flatnonzero(ends > starts)
    first = counts[filled[0]]
    ragged = filled[counts[filled] != first]
    if len(ragged):
        fields = [(int(line) + 1, int(counts[line]) + 1) for line in ragged]
        raise _ragged(file, int(first) + 1, fields, len(filled) - 1 if whole else 0)
    return filled + 1


def _quoted_lines(text: str, file: str, dialect: Dialect, whole: bool) -> NDArray[np.int64]:
    """The same for a file with quoted fields, by the csv module."""
    lines, widths = [], []
    for begin, fields in records(text, file, dialect, strict=True):
        if fields:
            lines.append(begin)
            widths.append(len(fields))
    ragged = [(line, width) for line, width in zip(lines, widths, strict=True) if width != widths[0]]
    if ragged:
        raise _ragged(file, widths[0], ragged, len(lines) - 1 if whole else 0)
    return np.array(lines, np.int64)


def _ragged(file: str, wanted: int, found: list[tuple[int, int]], rows: int) -> Problems:
    """The problems of rows with other numbers of fields than the header; if all agree, the header is wrong."""

    def explain(number: int) -> tuple[str, Place, str]:
        line, fields = found[number]
        hint = "put a field that holds the separator into quotes" if fields > wanted else "a field is missing"
        return f"{_fields(fields)} where the header has {wanted}", Place(file, line), hint

    report = Report()
    widths = {fields for _, fields in found}
    if len(found) == rows > 1 and len(widths) == 1:
        width = widths.pop()
        message = f"every row has {_fields(width)} and the header {wanted}"
        hint = "the header names every column once"
        if width == wanted + 1:
            hint += "; if the first column, of the names of rows, has none, say scores: {file: …, header: short}"
        report.add("ragged-row", message, Place(file, found[0][0]), hint)
    else:
        report.add_some("ragged-row", len(found), explain)
    return Problems(report.diagnostics)


def _fields(count: int) -> str:
    return "1 field" if count == 1 else f"{count} fields"
