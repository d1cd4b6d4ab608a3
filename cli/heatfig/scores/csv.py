"""CSV → Table: pandas' reader does the work, after a check that nothing can shift or vanish in it."""

import csv
import io
import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from heatfig.diagnostics import Place, Problems, Report, problem
from heatfig.scores.table import Dialect, Table
from heatfig.text import decode

_NEWLINE, _RETURN = 10, 13
_MAX_FIELD = 1_000_000
_NUMBER = re.compile(r"[-+0-9.eE]+")


def read_csv(content: bytes, file: str, dialect: Dialect) -> Table:
    """Parse a score file; raises Problems naming the line of whatever makes it no rectangle of fields."""
    text = decode(content, file)
    if not text.strip():
        raise problem("empty-file", f"{file} is empty", Place(file))
    data = text.encode()
    lines = _quoted_lines(text, file, dialect) if '"' in text else _plain_lines(data, file, dialect)
    header = _header(text, file, dialect)
    if len(lines) < 2:
        raise problem("no-rows", f"{file} has a header and no rows", Place(file, 1))
    frame = pd.read_csv(
        io.BytesIO(data),
        sep=dialect.separator,
        header=None,
        names=list(range(len(header))),
        skiprows=int(lines[0]),
        dtype=object,
        na_filter=False,
        encoding="utf-8",
    )
    if len(frame) != len(lines) - 1:
        raise AssertionError(f"{file}: {len(frame)} rows were read of {len(lines) - 1}")
    frame.columns = pd.Index(header)
    return Table(file, dialect, frame, lines[1:])


def _plain_lines(data: bytes, file: str, dialect: Dialect) -> NDArray[np.int64]:
    """Lines of header and rows where no field is quoted: each must hold as many separators as the first."""
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
        raise _ragged(file, int(first) + 1, fields)
    return filled + 1


def _quoted_lines(text: str, file: str, dialect: Dialect) -> NDArray[np.int64]:
    """The same where fields may be quoted, by the csv module."""
    csv.field_size_limit(_MAX_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator, strict=True)
    lines, widths, begin = [], [], 1
    try:
        for fields in reader:
            if fields:
                lines.append(begin)
                widths.append(len(fields))
            begin = reader.line_num + 1
    except csv.Error as error:
        hint = "a quote inside a quoted field is written twice"
        raise problem("bad-quotes", f"not CSV: {error}", Place(file, begin), hint) from None
    ragged = [(line, width) for line, width in zip(lines, widths, strict=True) if width != widths[0]]
    if ragged:
        raise _ragged(file, widths[0], ragged)
    return np.array(lines, np.int64)


def _ragged(file: str, wanted: int, found: list[tuple[int, int]]) -> Problems:
    def told(number: int) -> tuple[str, Place, str]:
        line, fields = found[number]
        hint = "quote a field that holds the separator" if fields > wanted else "a field is missing"
        return f"{fields} fields where the header has {wanted}", Place(file, line), hint

    report = Report()
    report.add_some("ragged-row", len(found), told)
    return Problems(report.found)


def _header(text: str, file: str, dialect: Dialect) -> list[str]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator)
    header = next(fields for fields in reader if fields)
    report = Report()
    place = Place(file, 1)
    if len(header) == 1:
        other = next((s for s in (";", "\t", ",", "|") if s in header[0]), None)
        shown = {"\t": '"\\t"'}.get(other or "", f'"{other}"')
        hint = f"if it stands between fields, say scores: {{file: …, separator: {shown}}}" if other else ""
        report.add("one-column", f"{file} has a single column, '{header[0]}'", place, hint)
    seen: set[str] = set()
    twice = [name for name in header if name in seen or seen.add(name)]  # type: ignore[func-returns-value]  # adds what is new
    hint = "the first line is to name the columns" if all(map(_NUMBER.fullmatch, header)) else ""
    report.add_some("equal-columns", len(twice), lambda n: (f"two columns are named '{twice[n]}'", place, hint))
    blank = [index for index, name in enumerate(header) if not name.strip() and index > 0]
    report.add_some(
        "blank-column", len(blank), lambda n: (f"column {blank[n] + 1} of the header has no name", place, "")
    )
    report.check()
    return header
