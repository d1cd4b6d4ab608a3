"""Blocks of a regular score file, read without a look at each text.

What is out of the ordinary is left alone: None stands for a block that its texts must explain.
"""

import numpy as np

from heatfig.data.columns.arrays import Labels, Numbers, distinct
from heatfig.data.readers.chunk import Chunk, Dialect, Projection, Values
from heatfig.data.readers.columns import Columns, read_columns
from heatfig.data.readers.fields import Fields
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.text import CONTROL

# What has a meaning between fields, or none anywhere: these must stand where a regular line has them.
_MARKS = bytes([*range(9), *range(10, 32), 34, 127])


@dataclass(frozen=True)
class FastPath:
    """Reads blocks of one file, whose columns are known."""

    file: str
    dialect: Dialect
    columns: tuple[str, ...]
    projection: Projection

    def table(self, block: bytes, line: int) -> Chunk | None:
        """What the projection asks for of whole lines, the first of which is `line` in the file."""
        regular = self._regular(block)
        if regular is None:
            return None
        rows, count = regular
        wide = [values for values in self.projection.values if values.column is None]
        read = self._wide(rows, *wide) if len(wide) == len(self.projection.values) == 1 else self._long(rows)
        if read is None:
            return None
        labels, scores = read
        return Chunk(self.file, self.dialect, self.columns, np.arange(line, line + count), labels, scores)

    def is_regular(self, line: bytes) -> bool:
        """Whether a line holds all fields, plainly."""
        return self._regular(line) is not None

    def _regular(self, block: bytes) -> tuple[bytes, int] | None:
        """The block with its lines ended by LF, and their number, if each is whole, none is quoted and all is text."""
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n")
        if not block.endswith(b"\n"):
            block += b"\n"
        separator = self.dialect.separator.encode()
        found = block.translate(None, bytes(set(range(256)) - {*_MARKS, *separator}))
        line = separator * (len(self.columns) - 1) + b"\n"
        count = len(found) // len(line)
        if found != line * count:
            return None
        return (block, count) if block.isascii() or _is_text(block) else None

    def _long(self, block: bytes) -> tuple[dict[str, Labels], dict[Values, Numbers]] | None:
        index = {name: place for place, name in enumerate(self.columns)}
        labels = {index[name]: name for name in self.projection.labels if name in index}
        values = {
            index[value_columns.column]: value_columns
            for value_columns in self.projection.values
            if value_columns.column in index
        }
        if len(values) < len(self.projection.values) or values.keys() & labels.keys():
            return None
        tokens = {place: value_columns.tokens for place, value_columns in values.items()}
        read = read_columns(block, self.dialect, Columns(len(index), list(labels), tokens))
        if read is None:
            return None
        texts, numbers = read
        fields, scores = Fields(block, self.dialect.separator), {}
        for place, value_columns in values.items():
            column = fields.numbers(numbers[place], value_columns.tokens, place)
            if column is None:
                return None
            scores[value_columns] = column
        return {name: texts[place] for place, name in labels.items()}, scores

    def _wide(self, block: bytes, value_columns: Values) -> tuple[dict[str, Labels], dict[Values, Numbers]] | None:
        """All numbers as one column, which the C reader reads several times as quickly as thousands."""
        separator = self.dialect.separator.encode()
        split = [line.partition(separator) for line in block.split(b"\n")[:-1]]
        fields = separator.join([row for _, _, row in split]).replace(separator, b"\n") + b"\n"
        read = read_columns(fields, self.dialect, Columns(1, [], {0: value_columns.tokens}))
        if read is None or len(self.columns) == 1:
            return None
        values = read[1][0].reshape(len(split), -1)
        numbers = Fields(block, self.dialect.separator).numbers(values, value_columns.tokens, 1)
        if numbers is None:
            return None
        return {self.columns[0]: distinct(name.decode() for name, _, _ in split)}, {value_columns: numbers}


def _is_text(block: bytes) -> bool:
    try:
        return CONTROL.search(block.decode()) is None
    except UnicodeDecodeError:
        return False
