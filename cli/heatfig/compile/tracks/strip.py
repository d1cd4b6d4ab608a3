"""Strips: the category, and its colour, of every label or part along an axis."""

from collections.abc import Iterator

import numpy as np

from heatfig.compile.facets import View
from heatfig.compile.legend import Explained
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.sides import request_of
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.data.index import Key
from heatfig.data.pivot.along import along
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report
from heatfig.language.tracks.strip import Strip as Asked
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.tracks.strip import Strip
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import WHITE

Colors = dict[str, RGB]


def strip(place: TrackPlace, asked: Asked) -> Made:
    """A strip; raises Problems where a label has no category, two, or one without a colour."""
    report, split = Report(), place.view.settings.split
    colors = _colors(place, asked, report)
    if split is not None and asked.field == split.column:
        rows = tuple(place.cells.parts for _ in place.keys)
    else:
        found = _category_by_key(place, str(asked.field), report)
        report.check()
        rows = tuple((found.get(key, ""),) for key in place.keys)
    _check_listed(place, asked, {category for row in rows for category in row} - {""}, report)
    report.check()
    shown = tuple(tuple(colors.get(category, WHITE) for category in row) for row in rows)
    return Made(Strip(shown, rows), tuple(_explained(place, asked, colors)))


def _colors(place: TrackPlace, asked: Asked, report: Report) -> Colors:
    """The colour of each category of a strip."""
    colors = {}
    for category, text in asked.colormap.categories.items():
        with report.collecting():
            colors[category] = place.color(text, "colormap", "categories", category)
    return colors


def _check_listed(place: TrackPlace, asked: Asked, used: set[str], report: Report) -> None:
    """Note categories without a colour, and those that the data lack."""
    listed = list(asked.colormap.categories)
    used |= set(listed) & set(place.view.selection.whole.columns[asked.field].labels.names)
    listing = Listing(
        listed=listed,
        found=sorted(used),
        at=lambda number: place.spec.key_place(place.origin("colormap", "categories", listed[number])),
        whole=place.at("colormap", "categories"),
        unknown=f"no row has {asked.field} {{}}",
        unlisted=f"no colour is given for {asked.field} {{}}",
        mend="categories: {CATEGORY: COLOUR, …}",
    )
    check_listed(listing, report)
    for category in asked.labels:
        if category not in listed:
            where = place.spec.key_place(place.origin("labels", category))
            hint = report.nearest(category, listed, "categories")
            report.add("unknown-label", f"no colour is given for '{category}'", where, hint)


def _explained(place: TrackPlace, asked: Asked, colors: Colors) -> Iterator[Explained]:
    """What the legend says of each category."""
    for category, color in colors.items():
        if category in asked.labels:
            text, origin = spec_text(asked.labels[category]), place.origin("labels", category)
        else:
            text, origin = data_text(category), place.origin("colormap", "categories", category)
        yield LegendEntry(text, color, "none"), origin


def _category_by_key(place: TrackPlace, column: str, report: Report) -> dict[Key, str]:
    """The category of each key by the panel's rows, and of those that it has none of by the other rows of its files."""
    found: dict[Key, str] = {}
    view = place.view
    for table in dict.fromkeys((view.table, view.selection.whole)):
        own = _categories(place, view, column, table, report if table is view.table else Report())
        found = own | found
    return found


def _categories(place: TrackPlace, view: View, column: str, table: Table, report: Report) -> dict[Key, str]:
    request = request_of(view)
    index, codes = along(table, request.x if place.axis == "x" else request.y, view.at)
    categories = table.labels(column, place.at("field"))
    first = np.empty(len(index.keys), np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    differing = np.flatnonzero(categories.codes != categories.codes[first[codes]])
    second = dict(zip(codes[differing[::-1]].tolist(), differing[::-1].tolist(), strict=True))
    both = sorted(second.items(), key=lambda found: found[1])

    def told(number: int) -> tuple[str, Place, str]:
        code, row = both[number]
        one, other = (categories.names[categories.codes[at]] for at in (first[code], row))
        message = f"'{index.keys[code].label}' is both '{one}' and '{other}' in the column '{column}'"
        return message, table.place(row), "a strip needs one category a label"

    report.add_some("two-categories", len(both), told)
    return {key: categories.names[categories.codes[at]] for key, at in zip(index.keys, first.tolist(), strict=True)}
