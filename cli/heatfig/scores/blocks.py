"""A score file block by block: numbers straight from C readers, and texts only where these fail.

A block of regular lines is read quickly; any other is read as a sheet of texts, which also explains what is wrong.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from heatfig.diagnostics import Diagnostic, Problems
from heatfig.scores.condense import condensed, condenses
from heatfig.scores.csv import read_csv
from heatfig.scores.header import read_header
from heatfig.scores.quick import Quick
from heatfig.scores.table import Dialect, Recipe, Table, joined

# Refuses a number of bytes that cannot be held.
Afford = Callable[[int], None]
# What a byte of a score file takes in memory as texts: 8 while it is read (measured on 34 MB of four columns), and
# about half as much again while scores are placed.
AS_TEXT = 12
# Scores that stay in blocks before they are put together. Arrays of more than 32 MB go back to the system when they are
# given up, those of blocks do not: without this a wide file takes twice its scores.
MOST_APART = 6_000_000
_MARK = b"\xef\xbb\xbf"


def read_table(blocks: Iterable[bytes], file: str, dialect: Dialect, recipe: Recipe, afford: Afford) -> Table:
    """Read blocks of whole lines; raises Problems with all that is wrong in the first block that is no CSV."""
    return _Blocks(file, dialect, recipe, afford).read(iter(blocks))


@dataclass
class _Blocks:
    """How far a file has been read: its header, and the number of lines before the block at hand."""

    file: str
    dialect: Dialect
    recipe: Recipe
    afford: Afford
    header: bytes = b""
    columns: tuple[str, ...] = ()
    before: int = 0

    def read(self, blocks: Iterator[bytes]) -> Table:
        held: list[Table] = []
        parts: list[Table] = []
        for block in self._whole(blocks):
            part = self._rows(block) if self.header else self._first(block)
            parts.append(condensed(part, self.recipe))
            if sum(part.size for part in parts) > max(
                MOST_APART, held[0].size if condenses(self.recipe) and held else 0
            ):
                held.append(joined(parts))
                parts = []
                if condenses(self.recipe):
                    held = [condensed(joined(held), self.recipe)]
        tables = [*held, *parts]
        return tables[0] if len(tables) == 1 else condensed(joined(tables), self.recipe)

    def _whole(self, blocks: Iterator[bytes]) -> Iterator[bytes]:
        """Blocks with a row at least; from the first quote on a single one, as fields in quotes may hold lines."""
        block = b""
        for more in blocks:
            block += more
            if b'"' in block or (b"\r" in block and b"\r" in block.replace(b"\r\n", b"")):
                rest = [block, *blocks]
                self.afford(AS_TEXT * sum(map(len, rest)))
                block = b"".join(rest)
            if not self.header and b"\n" not in block.removeprefix(_MARK).strip(b"\r\n"):
                continue
            if block.strip(b"\r\n") or not self.header:
                yield block
            else:
                self.before += block.count(b"\n")
            block = b""
        if not self.header:
            yield block  # with no row: it is read for what that says

    def _first(self, block: bytes) -> Table:
        text = block.removeprefix(_MARK)
        blank = len(text) - len(text.lstrip(b"\r\n"))
        head, end, rows = text[blank:].partition(b"\n")
        self.header = head + end
        quick = self._headed() if b'"' not in head and not blank else None
        table = quick.table(rows, 2) if quick is not None else None
        if table is not None:
            self.columns, self.before = table.columns, int(table.lines[-1])
            return table
        sheet = read_csv(block, self.file, self.dialect)
        self.columns, self.before = sheet.columns, block.count(b"\n")
        return sheet.table(self.recipe)

    def _headed(self) -> Quick | None:
        """The quick reader of a file that has this header, if it is one."""
        with suppress(Problems, UnicodeDecodeError, StopIteration):
            names, _ = read_header(self.header.decode().rstrip("\r\n"), self.file, self.dialect)
            quick = Quick(self.file, self.dialect, tuple(names), self.recipe)
            return quick if quick.is_regular(self.header) else None
        return None

    def _rows(self, block: bytes) -> Table:
        table = Quick(self.file, self.dialect, self.columns, self.recipe).table(block, self.before + 1)
        if table is not None:
            self.before = int(table.lines[-1])
            return table
        moved = self.before - 1  # the header stands before the block
        self.before += block.count(b"\n")
        try:
            sheet = read_csv(self.header + block, self.file, self.dialect)
        except Problems as found:
            raise Problems(_moved(problem, moved) for problem in found.diagnostics) from None
        return replace(sheet.table(self.recipe), lines=sheet.lines + moved)


def _moved(problem: Diagnostic, lines: int) -> Diagnostic:
    """A problem of a block with the line that it has in the whole file."""
    place = problem.place
    return (
        problem if place is None or not place.line else replace(problem, place=replace(place, line=place.line + lines))
    )
