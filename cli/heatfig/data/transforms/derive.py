"""derive: new columns computed from others, in order."""

import re
from collections.abc import Mapping
from functools import partial
from typing import ClassVar, assert_never

from heatfig.data.columns.arrays import Labels, Numbers, by_position, distinct, with_names
from heatfig.data.columns.column import of
from heatfig.data.columns.dates import part_names
from heatfig.data.columns.keys import numbered_keys
from heatfig.data.columns.written import written
from heatfig.data.predicates import pattern
from heatfig.data.table import At, Table
from heatfig.data.transforms.arithmetic import Absolute, Add, Arithmetic, Divide, Log10, Subtract, computed
from heatfig.diagnostics import Place, problem
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import DateUnit

_PLAIN = re.compile(r"[^*?\\]*")  # a text that is no pattern
MOST_TRIED = 20_000_000  # texts with patterns, which takes a few seconds
MOST_WRITTEN = 100_000_000  # characters of a column that a template writes


@dataclass(frozen=True)
class DatePart:
    """A part of each date of a column, such as its weekday; its names are in calendar order."""

    part: DateUnit
    of: str


@dataclass(frozen=True)
class Of:
    """A column within a template, and the format of its numbers or dates."""

    column: str
    form: str | None = None


@dataclass(frozen=True)
class Template:
    """Texts and the columns between them."""

    parts: tuple[str | Of, ...]


@dataclass(frozen=True)
class Map:
    """New texts for the texts of a column, or for patterns of them; all others become missing."""

    texts: Mapping[str, str]
    of: str


Operation = Arithmetic | DatePart | Template | Map


@dataclass(frozen=True)
class Derive:
    """Adds columns, each of which may use those before it."""

    columns: Mapping[str, Operation]
    by_block: ClassVar[bool] = True

    def apply(self, table: Table, at: At) -> Table:
        """The table with the columns."""
        for name, operation in self.columns.items():
            table.check_new(name, at(name))
            table = table.with_columns({name: of(_made(operation, table, partial(at, name)))})
        return table


def _made(operation: Operation, table: Table, at: At) -> Labels | Numbers:
    match operation:
        case Divide() | Subtract() | Add() | Log10() | Absolute():
            return computed(operation, table, at)
        case DatePart():
            return _part(operation, table, at("of"))
        case Template():
            return _text(operation, table, at("text"))
        case Map():
            return _mapped(operation, table, at("of"))
    assert_never(operation)


def _part(operation: DatePart, table: Table, spec_at: Place) -> Labels:
    table.seconds(operation.of, spec_at)
    dates = table.column(operation.of, spec_at).dates
    found = [part_names(operation.part, moment) for moment in dates.moments]
    names = distinct(name for name, _ in found)
    return by_position(Labels(names.codes[dates.codes], names.names), dict(found)).take(slice(None))


def _text(template: Template, table: Table, spec_at: Place) -> Labels:
    named = dict.fromkeys(part for part in template.parts if isinstance(part, Of))
    columns = {part: written(table, part.column, part.form, spec_at) for part in named}
    codes, first = numbered_keys(list(columns.values()), len(table))
    texts, left = [], MOST_WRITTEN
    for row in first.tolist():
        texts.append(_filled(template, columns, row))
        left -= len(texts[-1])
        if left < 0:
            message = f"texts of over {MOST_WRITTEN:,} characters"
            raise problem("too-large", message, spec_at, "a template that names a column twice doubles its texts")
    made = distinct(texts)
    return Labels(made.codes[codes], made.names)


def _filled(template: Template, columns: Mapping[Of, Labels], row: int) -> str:
    def filled(part: str | Of) -> str:
        if isinstance(part, str):
            return part
        labels = columns[part]
        return labels.names[int(labels.codes[row])]

    return "".join(map(filled, template.parts))


def _mapped(operation: Map, table: Table, spec_at: Place) -> Labels:
    labels = table.labels(operation.of, spec_at)
    fits = [(pattern(key), text) for key, text in operation.texts.items() if not _PLAIN.fullmatch(key)]
    if len(fits) * len(labels.names) > MOST_TRIED:
        message = f"{len(fits):,} patterns are too many for {len(labels.names):,} different texts"
        raise problem("too-large", message, spec_at, f"at most {MOST_TRIED:,} by multiplication: write texts in full")

    def mapped(name: str) -> str:
        exact = operation.texts.get(name)
        return exact if exact is not None else next((text for key, text in fits if key.fullmatch(name)), "")

    return with_names(labels, map(mapped, labels.names)).take(slice(None))
