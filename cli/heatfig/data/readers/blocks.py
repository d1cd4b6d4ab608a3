"""Reads a score file block by block.

A block of regular lines takes the fast path, which reads numbers by C readers. Any other takes the slow one, which
reads the texts of all fields and explains what is wrong with them.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import field, replace
from itertools import chain
from typing import TYPE_CHECKING

from heatfig.data.hints import hint_for
from heatfig.data.readers.chunk import Afford, Chunk, Dialect, Projection
from heatfig.data.readers.fast_path import FastPath
from heatfig.data.readers.header import MARK, read_header
from heatfig.data.readers.slow_path import read_texts
from heatfig.data.readers.split import check_fields
from heatfig.data.readers.table_builder import TableBuilder
from heatfig.diagnostics import MOST_REPORTED, Diagnostic, Problems, Report, problem
from heatfig.runtime.deferred import dataclass

if TYPE_CHECKING:
    from concurrent.futures import Future

# Bytes of memory for each byte of a file that is read as texts: 8 while it is read (measured on 34 MB of four columns),
# and about half as much again while scores are placed.
AS_TEXT = 12
# Fields that are not scores are kept until all are reported, which takes a second for every 200,000.
MOST_WRONG = 1_000_000
# Blocks that are read ahead; each takes some 50 MB.
AHEAD = 2


def read_table(blocks: Iterable[bytes], file: str, dialect: Dialect, projection: Projection, afford: Afford) -> Chunk:
    """The table of a file, given in blocks of whole lines; raises Problems if its fields are no rectangle."""
    builder = TableBuilder(projection)
    for part in blocks_of(blocks, file, dialect, projection, afford):
        builder.add(part)
    return builder.table()


def blocks_of(
    blocks: Iterable[bytes], file: str, dialect: Dialect, projection: Projection, afford: Afford
) -> Iterator[Chunk]:
    """The chunks of a file, one for each block."""
    return _Blocks(file, dialect, projection, afford).read(iter(blocks))


@dataclass
class _Blocks:
    """The state of reading a file: its header, and the number of lines before the current block."""

    file: str
    dialect: Dialect
    projection: Projection
    afford: Afford
    header: bytes = b""
    columns: tuple[str, ...] = ()
    before: int = 0
    report: Report = field(default_factory=Report)

    def read(self, blocks: Iterator[bytes]) -> Iterator[Chunk]:
        """The chunks of all blocks; raises Problems for all of them at the end."""
        whole = self._whole(blocks)
        first, second = next(whole), next(whole, None)
        wrong = 0
        for chunk in chain(self._first(first, second is None), self._rows(second, whole)):
            wrong += sum(len(numbers.wrong) for numbers in chunk.scores.values())
            if wrong > MOST_WRONG:
                raise _too_wrong(chunk, wrong)
            yield chunk
        self.report.check()

    def _whole(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        """Blocks of at least one row. From the first quote on all is one block, as quoted fields may span lines."""
        block, begun = b"", False
        for more in blocks:
            block += more
            if b'"' in block or (b"\r" in block and b"\r" in block.replace(b"\r\n", b"")):
                rest = [block, *blocks]
                self.afford(AS_TEXT * sum(map(len, rest)))
                block = b"".join(rest)
            else:
                check_fields(block, self.file, self.dialect, self.before)
            if not begun and b"\n" not in block.removeprefix(MARK).strip(b"\r\n"):
                continue
            yield block
            block, begun = b"", True
        if not begun:
            yield block  # with no row: it is read for what that says

    def _first(self, block: bytes, alone: bool) -> Iterator[Chunk]:
        """The chunk of the block with the header."""
        text = block.removeprefix(MARK)
        blank = len(text) - len(text.lstrip(b"\r\n"))
        head, end, rows = text[blank:].partition(b"\n")
        self.header = head + end
        fast = self._headed() if b'"' not in head and not blank else None
        table = fast.table(rows, 2) if fast is not None else None
        if table is not None:
            self.columns, self.before = table.columns, int(table.lines[-1])
            yield table
            return
        self.before = block.count(b"\n")
        try:
            table = read_texts(block, self.file, self.dialect, self.projection, whole=alone)
        except Problems as problems:
            self._note(problems, 0)
            with suppress(Problems):  # of a header that a quote spreads over lines: there is no further block then
                self.columns = self._names()
            return
        self.columns = table.columns
        yield table

    def _names(self) -> tuple[str, ...]:
        names, _ = read_header(self.header.decode().rstrip("\r\n"), self.file, self.dialect)
        return tuple(names)

    def _headed(self) -> FastPath | None:
        """The fast path for a file with this header; None if the header is irregular."""
        with suppress(Problems, UnicodeDecodeError, StopIteration):
            fast = FastPath(self.file, self.dialect, self._names(), self.projection)
            return fast if fast.is_regular(self.header) else None
        return None

    def _rows(self, first: bytes | None, blocks: Iterator[bytes]) -> Iterator[Chunk]:
        """The chunks of further blocks. Some are read ahead in threads, as the C reader releases the GIL."""
        if first is None:
            return
        from concurrent.futures import ThreadPoolExecutor

        fast = FastPath(self.file, self.dialect, self.columns, self.projection)
        waiting: deque[tuple[bytes, Future[Chunk | None]]] = deque()
        with ThreadPoolExecutor(AHEAD) as pool:
            for block in chain([first], blocks):
                waiting.append((block, pool.submit(fast.table, block, 1)))
                if len(waiting) > AHEAD:
                    yield from self._placed(*waiting.popleft())
            while waiting:
                yield from self._placed(*waiting.popleft())

    def _placed(self, block: bytes, read: "Future[Chunk | None]") -> Iterator[Chunk]:
        """The chunk of a block with its lines in the file; none for a blank block."""
        table = read.result()
        if table is not None:
            before, self.before = self.before, self.before + int(table.lines[-1])
            yield replace(table, lines=table.lines + before)
            return
        down = self.before - 1  # the header stands before the block
        self.before += block.count(b"\n")
        if not block.strip(b"\r\n"):
            return
        try:
            table = read_texts(MARK + self.header + block, self.file, self.dialect, self.projection, whole=False)
        except Problems as problems:
            self._note(problems, down)
            return
        yield replace(table, lines=table.lines + down)

    def _note(self, found: Problems, down: int) -> None:
        """Keep the problems of a block that begins `down` lines into the file; raise them if reading is to end.

        It goes on after ragged rows, until there are enough of them to report.
        """
        self.report.diagnostics += [moved(problem, down) for problem in found.diagnostics]
        if len(self.report.diagnostics) > MOST_REPORTED or any(told.code != "ragged-row" for told in found.diagnostics):
            self.report.check()


def _too_wrong(chunk: Chunk, count: int) -> Problems:
    """The problem of a file with far too many fields that are not scores, by the example of one of them."""
    values, numbers = next((values, numbers) for values, numbers in chunk.scores.items() if numbers.wrong)
    at, text = next(iter(numbers.wrong.items()))
    message = f"{count:,} fields up to here are no finite numbers, of which this row holds '{text}'"
    row = at // numbers.values[0].size
    return problem("not-a-number", message, chunk.place(row), hint_for(text, chunk.dialect.decimal, values.tokens))


def moved(problem: Diagnostic, lines: int) -> Diagnostic:
    """A problem of a block that begins `lines` lines into the file, with its line in the file."""
    place = problem.place
    if place is None or not place.line:
        return problem
    return replace(problem, place=replace(place, line=place.line + lines))
