"""Strips: the category, and its colour, of every label or part along an axis."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.sides import request_of
from heatfig.data.index import Key
from heatfig.data.pivot.along import along
from heatfig.data.table import Table
from heatfig.diagnostics import Place, Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.read import FigureSpec
from heatfig.language.tracks import SIDES
from heatfig.language.tracks.strip import Strip
from heatfig.plan.text import Side
from heatfig.plan.tracks.strip import Strip as StripTrack
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, parse_color


@dataclass(frozen=True)
class StripAt:
    """A strip, where the spec says it, and where it stands."""

    strip: Strip
    origin: Origin
    side: Side
    axis: Literal["x", "y"]

    def at(self, *path: str) -> Origin:
        """Where the spec says something of it."""
        return Origin(self.origin.panel, (*self.origin.path, *path))


def strip_tracks(spec: FigureSpec, view: View, cells: PanelCells) -> list[tuple[Side, StripTrack]]:
    """The strips, each with its side; raises Problems where a label has no category, two, or one without a colour."""
    return [(placed.side, _strip(spec, view, cells, placed)) for placed in strips_of(view)]


def strips_of(view: View) -> Iterator[StripAt]:
    """The strips beside a panel's grid, and where each stands."""
    for side, axis in SIDES.items():
        for index, strip in enumerate(getattr(view.settings.beside, side)):
            yield StripAt(strip, view.origin("beside", side, index, "strip"), side, axis)


def _strip(spec: FigureSpec, view: View, cells: PanelCells, placed: StripAt) -> StripTrack:
    report = Report()
    strip, split = placed.strip, view.settings.split
    colors = strip_colors(spec, placed, report)
    keys = (cells.x if placed.axis == "x" else cells.y).keys
    if split is not None and strip.field == split.column:
        rows = tuple(cells.parts for _ in keys)
    else:
        found = _category_by_key(view, placed, report)
        report.check()
        rows = tuple((found.get(Key(*key), ""),) for key in keys)
    listed = list(strip.colormap.categories)
    used = {category for row in rows for category in row} - {""}
    known = view.selection.whole.columns[strip.field].labels.names
    used |= set(listed) & set(known)
    listing = Listing(
        listed=listed,
        found=sorted(used),
        at=lambda number: spec.key_place(placed.at("colormap", "categories", listed[number])),
        whole=spec.place(placed.at("colormap", "categories")),
        unknown=f"no row has {strip.field} {{}}",
        unlisted=f"no colour is given for {strip.field} {{}}",
        mend="categories: {CATEGORY: COLOUR, …}",
    )
    check_listed(listing, report)
    for category in strip.labels:
        if category not in listed:
            place = spec.key_place(placed.at("labels", category))
            hint = report.nearest(category, listed, "categories")
            report.add("unknown-label", f"no colour is given for '{category}'", place, hint)
    report.check()
    white: RGB = (255, 255, 255)
    shown = tuple(tuple(colors.get(category, white) for category in row) for row in rows)
    return StripTrack(shown, rows)


def strip_colors(spec: FigureSpec, placed: StripAt, report: Report) -> dict[str, RGB]:
    """The colour of each category of a strip."""
    colors = {}
    for category, text in placed.strip.colormap.categories.items():
        try:
            colors[category] = parse_color(text)
        except ColorError as error:
            place = spec.place(placed.at("colormap", "categories", category))
            report.add("bad-color", str(error), place, error.hint)
            colors[category] = (0, 0, 0)
    return colors


def _category_by_key(view: View, placed: StripAt, report: Report) -> dict[Key, str]:
    """The category of each key by the panel's rows, and of those that it has none of by the other rows of its files."""
    found: dict[Key, str] = {}
    for table in dict.fromkeys((view.table, view.selection.whole)):
        own = _categories(view, placed, table, report if table is view.table else Report())
        found = own | found
    return found


def _categories(view: View, placed: StripAt, table: Table, report: Report) -> dict[Key, str]:
    request, column = request_of(view), str(placed.strip.field)
    index, codes = along(table, request.x if placed.axis == "x" else request.y, view.at)
    categories = table.labels(column, view.figure.place(placed.at("field")))
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
