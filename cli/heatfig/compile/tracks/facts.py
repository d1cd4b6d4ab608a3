"""Facts of labels, by the rows of the panel, of its files and of other panels."""

from collections.abc import Iterable, Iterator

import numpy as np

from heatfig.compile.axes.facts import Fact, facts_along
from heatfig.compile.axes.sides import request_of
from heatfig.compile.tracks.place import TrackPlace
from heatfig.data.pivot.request import Side
from heatfig.data.table import Table
from heatfig.plan.key import Key
from heatfig.runtime.arrays import Floats

_ONE = "a track shows one value per label; `using` combines numbers"


def facts(place: TrackPlace, column: str) -> tuple[Fact | None, ...]:
    """What a column says of each label: by the panel's rows, and where it has none by those of its files and others.

    Raises Problems where the panel's rows say two things of one.
    """
    found: dict[Key, Fact] = {}
    for table, side in _tables(place, column):
        hint = _ONE if table is place.view.table else ""
        found = facts_along(table, side, column, place.view.at, place.at("field"), hint) | found
    return tuple(found.get(key) for key in place.keys)


def is_numeric(place: TrackPlace, column: str) -> bool:
    """Whether a column of the panel's rows holds numbers alone."""
    return not place.view.table.column(column, place.at("field")).numbers.wrong


def _tables(place: TrackPlace, column: str) -> Iterator[tuple[Table, Side]]:
    """The panel's rows, then those of its files, then those of other panels that have the columns, too."""
    yield place.view.table, request_of(place.view).along(place.axis)
    tables = {place.view.table}
    for view in (place.view, *place.views):
        side, table = request_of(view).along(place.axis), view.selection.whole
        if table not in tables and {column, side.column, side.group} - {None} <= set(table.columns):
            tables.add(table)
            yield table, side


def numbers_of(found: Iterable[Fact | None]) -> Floats:
    """The numbers of facts, NaN where there is none."""
    return np.array([np.nan if fact is None else fact.number for fact in found], np.float64)


def shown_numbers(place: TrackPlace, column: str) -> Floats:
    """The numbers of a column in the rows that any panel shows."""
    tables = [view.table for view in place.views if column in view.table.columns]
    return np.concatenate([table.columns[column].numbers.values for table in tables])


def shown_texts(place: TrackPlace, column: str) -> list[str]:
    """The texts of a column in the rows that any panel shows, as they first appear in the files."""
    held = [view.table.columns[column].labels for view in place.views if column in view.table.columns]
    return list(dict.fromkeys(labels.names[code] for labels in held for code in np.unique(labels.codes).tolist()))
