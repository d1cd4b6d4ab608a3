"""The header of a score file: reads and checks the names of columns, and writes them for files without proper ones."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from heatfig.data.columns.apart import apart
from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.split import records
from heatfig.data.wanted import Source
from heatfig.diagnostics import Place, Report, problem
from heatfig.runtime.text import alike_but_blanks

MARK = b"\xef\xbb\xbf"
COMMENTS = ("#", "%", "//")  # usual marks of comments
HEADS = 3  # lines that pandas writes for two levels of columns and the name of the rows
NUMBER = re.compile(r"[-+0-9.eE]+")


def read_header(text: str, file: str, dialect: Dialect) -> tuple[list[str], int]:
    """The names of columns and the line of the header; raises Problems for a header that is not one."""
    header = next(fields for _, fields in records(text, file, dialect) if fields)
    place = Place(file, text[: len(text) - len(text.lstrip("\n"))].count("\n") + 1)
    hint = _other(header[0], text) if len(header) == 1 or header[0].startswith("sep=") else ""
    if hint:
        raise problem("one-column", f"a single column, '{header[0]}'", place, hint)
    _check_levels(text, place, dialect)
    report = Report()
    _check_distinct(header, place, report)
    blank = [index for index, name in enumerate(header) if not name.strip() and index > 0]
    report.add_some(
        "blank-column",
        len(blank),
        lambda n: (f"column {blank[n] + 1} of the header has no name", place, "name it, or take its fields out"),
    )
    report.check()
    return header, place.line


def _check_levels(text: str, place: Place, dialect: Dialect) -> None:
    """Raise Problems for a header of two levels of columns, as pandas writes it."""
    heads = [fields for _, fields in islice(records(text, place.file, dialect), HEADS) if fields]
    if len(heads) < HEADS or len({len(fields) for fields in heads}) > 1:
        return
    (_, *outer), (level, *inner), (rows, *rest) = heads
    repeated, pairs = len(set(outer)) < len(outer), set(zip(outer, inner, strict=True))
    if not heads[0][0] and repeated and len(pairs) == len(inner) > 1 and rows.strip() and not any(rest):
        message = f"the header has two lines, '{outer[0]}' above '{inner[0]}', as pandas writes two levels of columns"
        join = "frame.columns = frame.columns.map('_'.join)"
        columns = f"{{{outer[0]}: '{outer[0]}_{{{level.strip() or 'LABEL'}}}'}}"
        hint = f"write one level: {join}, then read them by scores: {{file: …, form: wide, columns: {columns}}}"
        raise problem("equal-columns", message, place, hint)


def _check_distinct(header: list[str], place: Place, report: Report) -> None:
    """Note names that occur twice or differ only in blanks; raises Problems if it looks like a row of numbers."""
    named = [name for name in header if name.strip()]
    twice = [name for name, count in Counter(named).items() if count > 1]
    if twice and all(map(NUMBER.fullmatch, header)):
        message = f"the first line holds numbers, '{twice[0]}' more than once"
        hint = "the first line is to name the columns; scores: {file: …, header: none} numbers them"
        raise problem("equal-columns", message, place, hint)
    hint = "rename one, take it out, or number them: scores: {file: …, header: repeated}"
    report.add_some("equal-columns", len(twice), lambda n: (f"two columns are named '{twice[n]}'", place, hint))
    alike = alike_but_blanks(dict.fromkeys(named))
    report.add_some(
        "equal-columns",
        len(alike),
        lambda n: (f"the columns '{alike[n][0]}' and '{alike[n][1]}' differ only in blanks", place, "rename one"),
    )


def numbered(source: Source) -> Iterator[bytes]:
    """The blocks of a file without a header, with one put first that numbers the columns from 0."""
    blocks = iter(source.blocks)
    first = next(blocks, b"").removeprefix(MARK)
    count = len(_fields(first.decode(errors="replace"), source))
    yield _line(map(str, range(count)), source.dialect) + b"\n" + first
    yield from blocks


def lengthened(source: Source) -> Iterator[bytes]:
    """The blocks of a file whose header lacks a name for the first column, with an empty name added."""
    blocks = iter(source.blocks)
    first = next(blocks, b"").removeprefix(MARK)
    start = len(first) - len(first.lstrip(b"\r\n"))
    yield first[:start] + (source.dialect.separator.encode() if first[start:] else b"") + first[start:]
    yield from blocks


def told_apart(source: Source) -> Iterator[bytes]:
    """The blocks of a file with repeated names in its header numbered, as in `QA (2)`."""
    blocks = iter(source.blocks)
    first = next(blocks, b"").removeprefix(MARK)
    start = len(first) - len(first.lstrip(b"\r\n"))
    head, end, rows = first[start:].partition(b"\n")
    top = b"\n".join(first[start:].split(b"\n", HEADS)[:HEADS]).decode(errors="replace")
    _check_levels(top, Place(source.file, start + 1), source.dialect)
    if head.count(b'"') % 2 == 0:  # else a name goes on in the next line, and stands for itself
        names = apart((name,) for name in _fields(head.decode(errors="surrogateescape").rstrip("\r"), source))
        head = _line(names, source.dialect)
    yield first[:start] + head + end + rows
    yield from blocks


def _fields(text: str, source: Source) -> list[str]:
    return next((fields for _, fields in records(text, source.file, source.dialect) if fields), [])


def _line(names: Iterable[str], dialect: Dialect) -> bytes:
    line = io.StringIO()
    csv.writer(line, delimiter=dialect.separator, lineterminator="").writerow(names)
    return line.getvalue().encode(errors="surrogateescape")


def _uncommented(line: str) -> str:
    """The hint for a first line that may be a comment."""
    mark = next(mark for mark in COMMENTS if line.startswith(mark))
    return f'if lines that begin with {mark} are comments, say scores: {{file: …, comment: "{mark}"}}'


def _other(line: str, text: str) -> str:
    """The hint for a file that was read as a single column though it has another separator; empty if it looks right."""
    if line.startswith(COMMENTS) and any(mark in text for mark in (";", "\t", ",", "|")):
        return _uncommented(line)
    if line.startswith("sep="):
        return "take this line out, and name the separator in the spec: scores: {file: …, separator: …}"
    separator = next((mark for mark in (";", "\t", ",", "|") if mark in line), None)
    if separator is None:
        words = {len(row.split()) for row in text.splitlines()[:3] if row.strip()}
        blanks = len(words) == 1 and words != {1}
        return "write the file anew, with commas or tabs between fields" if blanks or line.startswith("<") else ""
    shown = {"\t": '"\\t"'}.get(separator, f'"{separator}"')
    comma = (
        ", decimal: ','" if separator != "," and re.search(rf"{re.escape(separator)}[-+]?[0-9]+,[0-9]", text) else ""
    )
    return f"if {shown} separates the fields, say scores: {{file: …, separator: {shown}{comma}}}"
