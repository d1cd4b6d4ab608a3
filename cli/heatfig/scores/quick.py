"""Blocks of a regular score file, numbers straight from C readers.

What is out of the ordinary is left alone: None stands for a block that its texts must explain.
"""

import csv
import io
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from heatfig.scores.fields import Fields
from heatfig.scores.table import Dialect, Floats, Labels, Recipe, Scored, Table, Values, distinct
from heatfig.text import CONTROL

if TYPE_CHECKING:
    import pandas as pd

# What has a meaning between fields, or none anywhere: these must stand where a regular line has them.
_MARKS = bytes([*range(9), *range(10, 32), 34, 127])


@dataclass(frozen=True)
class Quick:
    """Reads blocks of one file, whose columns are known."""

    file: str
    dialect: Dialect
    columns: tuple[str, ...]
    recipe: Recipe

    def table(self, block: bytes, line: int) -> Table | None:
        """What the recipe asks for of whole lines, the first of which is `line` in the file."""
        rows = self._regular(block)
        if rows is None:
            return None
        wide = [asked for asked in self.recipe.values if asked.column is None]
        read = self._wide(rows, *wide) if len(wide) == len(self.recipe.values) == 1 else self._long(rows)
        if read is None:
            return None
        labels, scores = read
        count = len(next(iter(scores.values())).values)
        return Table(self.file, self.dialect, self.columns, np.arange(line, line + count), labels, scores)

    def is_regular(self, line: bytes) -> bool:
        """Whether a line holds all fields, plainly."""
        return self._regular(line) is not None

    def _regular(self, block: bytes) -> bytes | None:
        """The block with its lines ended by LF, if each holds all fields, none is quoted and all is text."""
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n")
        if not block.endswith(b"\n"):
            block += b"\n"
        separator = self.dialect.separator.encode()
        found = block.translate(None, bytes(set(range(256)) - {*_MARKS, *separator}))
        line = separator * (len(self.columns) - 1) + b"\n"
        if found != line * (len(found) // len(line)):
            return None
        return block if block.isascii() or _is_text(block) else None

    def _long(self, block: bytes) -> tuple[dict[str, Labels], dict[Values, Scored]] | None:
        import pandas as pd

        index = {name: place for place, name in enumerate(self.columns)}
        labels = {index[name]: name for name in self.recipe.labels if name in index}
        values = {index[asked.column]: asked for asked in self.recipe.values if asked.column in index}
        if len(values) < len(self.recipe.values) or values.keys() & labels.keys():
            return None
        # A row of our own, as pandas makes numbers of labels if all of them look like numbers.
        own = self.dialect.separator.join("" if place in values else "~" for place in index.values()).encode() + b"\n"
        types: dict[int, Any] = dict.fromkeys(labels, "category") | dict.fromkeys(values, np.float64)
        missing: dict[Any, list[str]] = {place: ["", *asked.tokens] for place, asked in values.items()}
        try:
            frame = pd.read_csv(
                io.BytesIO(own + block),
                sep=self.dialect.separator,
                decimal=self.dialect.decimal,
                header=None,
                names=list(range(len(self.columns))),
                usecols=[*labels, *values],
                dtype=types,
                na_values=missing,
                keep_default_na=False,
                quoting=csv.QUOTE_NONE,
                encoding="utf-8",
                low_memory=False,
            )
        except ValueError:
            return None
        fields = Fields(block, self.dialect.separator)
        scores = {}
        for place, asked in values.items():
            scored = fields.scored(frame[place].to_numpy()[1:], asked.tokens, place)
            if scored is None:
                return None
            scores[asked] = scored
        return {name: _labels(frame[place]) for place, name in labels.items()}, scores

    def _wide(self, block: bytes, asked: Values) -> tuple[dict[str, Labels], dict[Values, Scored]] | None:
        separator = self.dialect.separator.encode()
        split = [line.partition(separator) for line in block.split(b"\n")[:-1]]
        rows = [fields for _, _, fields in split]
        if self.dialect.decimal == ",":
            if any(b"." in row for row in rows):
                return None
            rows = [row.replace(b",", b".") for row in rows]
        values = self._numbers(rows) if not asked.tokens else None
        if values is None:
            values = self._numbers([self._blanked(row, asked.tokens) for row in rows])
        if values is None or values.shape != (len(rows), len(self.columns) - 1):
            return None
        if asked.tokens and np.isin(values, _like_numbers(asked.tokens)).any():
            return None
        scored = Fields(block, self.dialect.separator).scored(values, asked.tokens, 1)
        if scored is None:
            return None
        return {self.columns[0]: distinct(name.decode() for name, _, _ in split)}, {asked: scored}

    def _numbers(self, rows: list[bytes]) -> Floats | None:
        try:
            texts = [row.decode("ascii") for row in rows]
            return np.loadtxt(texts, delimiter=self.dialect.separator, comments=None, ndmin=2)
        except ValueError:
            return None

    def _blanked(self, row: bytes, tokens: tuple[str, ...]) -> bytes:
        """The row with texts that mean missing as what reads as no number."""
        separator = self.dialect.separator.encode()
        row = separator + row + separator
        for text in ("", *tokens):
            field = separator + text.encode() + separator
            if field in row:  # twice, as neighbours share a separator
                row = row.replace(field, separator + b"nan" + separator).replace(field, separator + b"nan" + separator)
        return row[1:-1]


def _labels(column: "pd.Series[str]") -> Labels:
    """A categorical column with its names in first appearance."""
    names = column.cat.categories.tolist()
    return Labels(column.cat.codes.to_numpy().astype(np.int64), tuple(names)).taken(slice(1, None))


def _like_numbers(tokens: tuple[str, ...]) -> list[float]:
    """The texts among those that mean missing which are numbers besides."""
    found = []
    for token in tokens:
        with suppress(ValueError):
            found.append(float(token))
    return found


def _is_text(block: bytes) -> bool:
    try:
        return CONTROL.search(block.decode()) is None
    except UnicodeDecodeError:
        return False
