"""A column of a table, as texts, numbers or dates: each is made on demand from what was read."""

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from heatfig.data.columns.arrays import WRONG, Codes, Labels, Numbers, joined_labels, joined_scores
from heatfig.data.columns.dates import Dates, parsed_dates
from heatfig.data.columns.numerals import numerals
from heatfig.data.columns.operations import REASONS
from heatfig.data.provenance import Rows, Stacked, take_rows
from heatfig.plan.grid import SCORED
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import formatted


@dataclass(frozen=True)
class Reading:
    """How the texts of a column are read: those that mean missing, the decimal mark, the form of dates.

    A text that is one of `categories` is read as the number of its place among them.
    """

    tokens: tuple[str, ...] = ()
    decimal: str = "."
    dates: str | None = None
    categories: tuple[str, ...] = ()

    def meaning(self, kind: int) -> str:
        """The text or reason behind a kind of missing."""
        return self.tokens[kind - 1] if 0 < kind <= len(self.tokens) else REASONS.get(kind, "")


@dataclass(frozen=True, eq=False)
class Column:
    """A column, made as texts or numbers when it is first asked for.

    A column that was looked up in another file has `rows` of its own, for the places of its values.
    """

    make: Callable[[], Labels | Numbers]
    reading: Reading = Reading()
    rows: Rows | None = None

    @cached_property
    def content(self) -> Labels | Numbers:
        """The texts or numbers that it was made as."""
        return self.make()

    @cached_property
    def labels(self) -> Labels:
        """Its texts; numbers are written exactly, in the shortest way."""
        return self.content if isinstance(self.content, Labels) else _written(self.content, self.reading)

    def labels_at(self, row: int) -> str:
        """The text of one row."""
        labels = self.labels
        return labels.names[int(labels.codes[row])]

    @cached_property
    def numbers(self) -> Numbers:
        """Its numbers."""
        if self.reading.categories:
            return coded(self.labels, self.reading.categories, self.reading.tokens)
        if isinstance(self.content, Numbers):
            return self.content
        names, codes = numerals(self.content.names, self.reading.tokens, self.reading.decimal), self.content.codes
        return names.take(codes)

    @cached_property
    def dates(self) -> Dates:
        """Its dates."""
        return parsed_dates(self.labels, self.reading.dates)

    def take(self, rows: Codes) -> "Column":
        """The column of some rows."""
        return Column(lambda: self.content.take(rows), self.reading, self.rows and take_rows(self.rows, rows))


def coded(labels: Labels, categories: Sequence[str], tokens: Sequence[str]) -> Numbers:
    """The place of each text among categories; those that mean missing have none."""
    place = {category: code for code, category in enumerate(categories)}
    meant = {text.strip(): kind for kind, text in enumerate(["", *tokens])}
    names = [name.strip() for name in labels.names]
    kinds = np.array([meant.get(name, SCORED if name in place else WRONG) for name in names], np.int16)
    codes = np.array([place.get(name, np.nan) for name in names], np.float64)
    codes[kinds != SCORED] = np.nan
    wrong = {at: names[at] for at in np.flatnonzero(kinds == WRONG).tolist()}
    return Numbers(codes, kinds, wrong).take(labels.codes)


def of(content: Labels | Numbers, reading: Reading | None = None) -> Column:
    """The column with this content."""
    return Column(lambda: content, reading or Reading())


def stacked_columns(parts: Sequence[Column]) -> Column:
    """Columns as one, end to end: as numbers if all of them are, else as texts."""

    def make() -> Labels | Numbers:
        numbers = [part.content for part in parts if isinstance(part.content, Numbers)]
        return joined_scores(numbers) if len(numbers) == len(parts) else joined_labels([part.labels for part in parts])

    apart = [part.rows for part in parts if part.rows is not None]
    return Column(make, parts[0].reading, Stacked(apart) if len(apart) == len(parts) else None)


def _written(column: Numbers, reading: Reading) -> Labels:
    """Numbers as texts, each distinct one formatted once; what is missing or wrong as the text that was read."""
    codes = np.empty(len(column.values), np.int64)
    index: dict[str, int] = {}
    present = column.kinds == SCORED
    numbers, firsts, inverse = np.unique(column.values[present], return_index=True, return_inverse=True)
    order = np.argsort(firsts)
    place = np.array([index.setdefault(formatted(float(numbers[at]), None), len(index)) for at in order], np.int64)
    known = np.empty(len(numbers), np.int64)
    known[order] = place
    codes[present] = known[inverse]
    for row in np.flatnonzero(~present).tolist():
        text = column.wrong.get(row) or reading.meaning(int(column.kinds[row]))
        codes[row] = index.setdefault(text, len(index))
    return Labels(codes, tuple(index)).take(slice(None))
