"""Text files with a separator between fields: their blocks as tables, transformed and preaggregated as they come."""

from dataclasses import replace
from itertools import chain
from typing import assert_never

from heatfig.data.columns.column import Column, Reading, of
from heatfig.data.matrix import Matrix
from heatfig.data.provenance import FileRows
from heatfig.data.readers.blocks import blocks_of, moved
from heatfig.data.readers.blocks import read_table as read_chunk
from heatfig.data.readers.chunk import Chunk, Projection, Values
from heatfig.data.readers.comments import without_comments
from heatfig.data.readers.header import HEADS, MARK, lengthened, numbered, read_header, told_apart
from heatfig.data.readers.streaming import streamed
from heatfig.data.table import Table, melted
from heatfig.data.wanted import Source, Wanted
from heatfig.data.wide import Picked, picked, read_as_rows, row_name
from heatfig.diagnostics import Place, Problems, problem


def read_separated(source: Source, wanted: Wanted) -> Table:
    """What is wanted of a file, by the header that it has or is given."""
    if source.dialect.comment is not None:
        source = replace(source, blocks=without_comments(source.blocks, source.dialect.comment.encode()))
    match source.header:
        case "unique":
            return _read(source, wanted)
        case "repeated":
            return _read(replace(source, blocks=told_apart(source), header="unique"), wanted)
        case "short":
            return _read(replace(source, blocks=lengthened(source), header="unique"), wanted)
        case "none":
            try:
                return _read(replace(source, blocks=numbered(source), header="unique"), wanted, before=1)
            except Problems as problems:
                raise Problems(moved(problem, -1) for problem in problems.diagnostics) from None
        case _:
            assert_never(source.header)


def _read(source: Source, wanted: Wanted, before: int = 0) -> Table:
    """A file below `before` lines that are not its own."""
    if wanted.wide is None:
        if wanted.every:
            source, wanted = _every(source, wanted)
        projection = Projection(wanted.labels, tuple(Values(name, wanted.tokens) for name in _numbers(wanted)))
        if not wanted.by_block:
            return _table(source, wanted, projection, before)
        chunks = blocks_of(source.blocks, source.file, source.dialect, projection, source.afford)
        return streamed((_columns(_down(chunk, before), wanted) for chunk in chunks), source, wanted)
    if wanted.wide.plain:
        chunk = read_chunk(
            source.blocks, source.file, source.dialect, Projection((), (Values(None, wanted.tokens),)), source.afford
        )
        return _plain(_down(chunk, before), picked(wanted.wide, chunk.columns, source.at, before > 0), wanted)
    blocks = iter(source.blocks)
    first = next(blocks, b"")
    found = picked(wanted.wide, _header(first, source), source.at, before > 0)
    projection = Projection(found.labels, tuple(Values(name, wanted.tokens) for name in found.cells))
    return read_as_rows(
        _table(replace(source, blocks=chain([first], blocks)), wanted, projection, before), found, wanted.dates
    )


def _every(source: Source, wanted: Wanted) -> tuple[Source, Wanted]:
    """The same with all columns of the header asked for as labels."""
    blocks = iter(source.blocks)
    first = next(blocks, b"")
    labels = _header(first, source)
    return replace(source, blocks=chain([first], blocks)), replace(wanted, labels=labels)


def _numbers(wanted: Wanted) -> tuple[str, ...]:
    """Columns read as numbers alone; of others they are made of the texts."""
    return tuple(name for name in wanted.numbers if name not in wanted.labels)


def _table(source: Source, wanted: Wanted, projection: Projection, before: int) -> Table:
    return _columns(
        _down(read_chunk(source.blocks, source.file, source.dialect, projection, source.afford), before), wanted
    )


def _down(chunk: Chunk, before: int) -> Chunk:
    """A chunk with the lines that its rows have in the file."""
    return replace(chunk, lines=chunk.lines - before) if before else chunk


def _columns(chunk: Chunk, wanted: Wanted) -> Table:
    """A chunk as a table."""
    reading = Reading(wanted.tokens, chunk.dialect.decimal)
    columns: dict[str, Column] = {
        name: of(labels, replace(reading, dates=wanted.dates.get(name))) for name, labels in chunk.labels.items()
    }
    columns |= {str(projection.column): of(numbers, reading) for projection, numbers in chunk.scores.items()}
    in_order = {name: columns[name] for name in chunk.columns if name in columns}
    others = tuple(name for name in chunk.columns if name not in columns)
    return Table(in_order, FileRows(chunk.file, chunk.lines), others, header=chunk.columns)


def _plain(chunk: Chunk, found: Picked, wanted: Wanted) -> Table:
    """The cells of a wide file whose first column names its rows, as the block that was read."""
    reading = Reading(wanted.tokens, chunk.dialect.decimal)
    (name,), (value,) = found.labels, found.values
    read = replace(reading, dates=wanted.dates.get(row_name(name)))
    names = found.named({name: of(chunk.labels[name], read)})
    (numbers,) = chunk.scores.values()
    matrix = Matrix(
        names, found.headed(reading, wanted.dates), {value: numbers}, FileRows(chunk.file, chunk.lines), reading
    )
    return melted(matrix, found.defaults)


def _header(block: bytes, source: Source) -> tuple[str, ...]:
    """The names of the columns; raises Problems where there are none."""
    head = b"\n".join(block.removeprefix(MARK).lstrip(b"\r\n").split(b"\n", HEADS)[:HEADS]).rstrip(b"\r")
    if not head:
        raise problem("empty-file", "the file is empty", Place(source.file), "a header line and a row for each score")
    names, _ = read_header(head.decode(errors="replace"), source.file, source.dialect)
    return tuple(names)
