"""Score files read as they seem to be written: with the separator, decimal mark and header that their lines show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from heatfig.build.starter.columns import read_as, score_columns
from heatfig.build.starter.naming import Named, named
from heatfig.data.readers.chunk import Dialect
from heatfig.data.readers.header import COMMENTS, MARK, NUMBER
from heatfig.data.readers.opening import read_table
from heatfig.data.readers.packed import unpacked
from heatfig.data.table import Table, constant, stacked
from heatfig.data.wanted import Source, Wanted
from heatfig.diagnostics import Place, Problems
from heatfig.plan.grid import SCORED
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.read import read_blocks
from heatfig.runtime.score_formats import PACKED, format_of
from heatfig.scales.words import Header

_SEPARATORS = (",", ";", "\t", "|")
_COMMAS = Dialect()
MOST_COMMENTS = 100  # lines that are looked at, of which one at least is no comment


@dataclass(frozen=True, eq=False)
class Read:
    """The rows of score files with every column as texts, and how they were read."""

    table: Table
    named: Named
    dialect: Dialect = _COMMAS
    header: Header = "unique"
    form: str = "long"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.table.columns)


def read_scores(files: Sequence[Path], folder: Path) -> Read:
    """The rows of files that are read alike, named from a folder; raises Problems as reading the first does."""
    names = named(files, folder)
    first, *others = files
    read = replace(_first(first), named=names)
    tables = [read.table, *(_table(file, read.dialect, read.header, read.form) for file in others)]
    tables = [constant(table, captured, {}) for table, captured in zip(tables, names.captured, strict=True)]
    return replace(read, table=stacked(tables))


def _first(file: Path) -> Read:
    problems: Problems | None = None
    for attempt in _attempts(file):
        try:
            return _with_decimals(_read(file, attempt))
        except Problems as found:
            problems = problems or found
            if found.diagnostics[0].code not in {"one-column", "not-json"} and not _is_headless(found):
                break
    assert problems is not None
    raise problems


def _read(file: Path, attempt: dict[str, Any]) -> Read:
    """A file read so, or with a header that is one name short or repeats names, as it is said to be."""
    try:
        return Read(_table(file, **attempt), Named((), ()), **attempt)
    except Problems as found:
        hint = found.diagnostics[0].hint
        header = next((header for header in ("short", "repeated") if f"header: {header}" in hint), None)
        if header is None:
            raise
    again = {**attempt, "header": header}
    return Read(_table(file, **again), Named((), ()), **again)


def _attempts(file: Path) -> Iterator[dict[str, Any]]:
    """The ways in which a file may be written, the likeliest first."""
    kind = format_of(file.name)
    if kind is not None and kind.suffix == ".json":
        yield {"form": "lm-eval"}
    if kind is not None and not kind.separated:
        yield {}
        return
    comment = _comment_of(file)
    for header in ("unique", "none"):
        for separator in _SEPARATORS:
            yield {"dialect": Dialect(separator, comment=comment), "header": header}


def _comment_of(file: Path) -> str | None:
    """What comments begin with, where the first line is one and another of the first lines is not."""
    blocks = read_blocks(file, None)
    first = next(unpacked(blocks, file.name) if file.name.endswith(PACKED) else blocks, b"")
    lines = first.removeprefix(MARK).splitlines()[:MOST_COMMENTS]
    marks = (mark for mark in COMMENTS if lines and lines[0].startswith(mark.encode()))
    return next((mark for mark in marks if not all(line.startswith(mark.encode()) for line in lines)), None)


def _is_headless(found: Problems) -> bool:
    """Whether the first line holds numbers, some of them twice."""
    return "the first line holds numbers" in found.diagnostics[0].message


def _table(file: Path, dialect: Dialect = _COMMAS, header: Header = "unique", form: str = "long") -> Table:
    place = Place(str(file))
    source = Source(read_blocks(file, None), str(file), dialect, lambda _: None, lambda *_: place, header, form)
    return read_table(source, Wanted(every=True))


def _with_decimals(read: Read) -> Read:
    """The same with the decimal mark by which more of its columns are scores, or else more of its fields."""
    if read.dialect.separator == "," or read.form == "lm-eval":
        return read
    comma = replace(read, dialect=replace(read.dialect, decimal=","))
    return comma if _count_scores(comma) > _count_scores(read) else read


def _count_scores(read: Read) -> tuple[int, int]:
    """How many columns hold scores, and how many fields."""
    decimal = read.dialect.decimal
    columns = [read_as(column.labels, (), decimal) for column in read.table.columns.values()]
    return len(score_columns(read.table, decimal)), sum(int((found.kinds == SCORED).sum()) for found in columns)


def is_headless(read: Read) -> bool:
    """Whether the header that was read is a line of scores: numbers, and not those that count columns."""
    return read.header == "unique" and all(map(NUMBER.fullmatch, read.columns)) and any("." in n for n in read.columns)
