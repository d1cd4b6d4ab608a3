"""What a column says of each label of an axis: one thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from heatfig.compile.sides import request_of
from heatfig.compile.tracks.place import TrackPlace
from heatfig.data.index import Key
from heatfig.data.pivot.along import along
from heatfig.data.pivot.request import Side
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report
from heatfig.runtime.arrays import Floats


@dataclass(frozen=True)
class Fact:
    """A text, and the number that it is; NaN for none."""

    text: str
    number: float


def facts(place: TrackPlace, column: str) -> tuple[Fact | None, ...]:
    """What a column says of each label: by the panel's rows, and where it has none by those of its files and others.

    Raises Problems where the panel's rows say two things of one.
    """
    found: dict[Key, Fact] = {}
    for table, side in _tables(place, column):
        found = _said(place, table, side, column, strict=table is place.view.table) | found
    return tuple(found.get(key) for key in place.keys)


def is_numeric(place: TrackPlace, column: str) -> bool:
    """Whether a column of the panel's rows holds numbers alone."""
    return not place.view.table.column(column, place.at("field")).scored.wrong


def _tables(place: TrackPlace, column: str) -> Iterator[tuple[Table, Side]]:
    """The panel's rows, then those of its files, then those of other panels that have the columns, too."""
    yield place.view.table, getattr(request_of(place.view), place.axis)
    tables = {place.view.table}
    for view in (place.view, *place.views):
        side, table = getattr(request_of(view), place.axis), view.selection.whole
        if table not in tables and {column, side.column, side.group} - {None} <= set(table.columns):
            tables.add(table)
            yield table, side


def _said(place: TrackPlace, table: Table, side: Side, column: str, *, strict: bool) -> dict[Key, Fact]:
    index, codes = along(table, side, place.view.at)
    held = table.column(column, place.at("field"))
    labels, numbers = held.labels, held.scored.values
    first = np.empty(len(index.keys), np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    differing = np.flatnonzero(labels.codes != labels.codes[first[codes]])
    second = dict(zip(codes[differing[::-1]].tolist(), differing[::-1].tolist(), strict=True))
    both = sorted(second.items(), key=lambda found: found[1])

    def told(number: int) -> tuple[str, Place, str]:
        code, row = both[number]
        one, other = (labels.names[labels.codes[at]] for at in (first[code], row))
        message = f"'{index.keys[code].label}' is both '{one}' and '{other}' in the column '{column}'"
        return message, table.place(row), "beside a label stands one thing; of numbers `using` makes one"

    report = Report()
    report.add_some("two-categories", len(both) if strict else 0, told)
    report.check()
    return {
        key: Fact(labels.names[labels.codes[at]], float(numbers[at]))
        for key, at in zip(index.keys, first.tolist(), strict=True)
    }


def numbers_of(found: Iterable[Fact | None]) -> Floats:
    """The numbers of facts, NaN where there is none."""
    return np.array([np.nan if fact is None else fact.number for fact in found], np.float64)


def shown_numbers(place: TrackPlace, column: str) -> Floats:
    """The numbers of a column in the rows that any panel shows."""
    tables = [view.table for view in place.views if column in view.table.columns]
    return np.concatenate([table.columns[column].scored.values for table in tables])


def shown_texts(place: TrackPlace, column: str) -> list[str]:
    """The texts of a column in the rows that any panel shows, as they first appear in the files."""
    held = [view.table.columns[column].labels for view in place.views if column in view.table.columns]
    return list(dict.fromkeys(labels.names[code] for labels in held for code in np.unique(labels.codes).tolist()))
