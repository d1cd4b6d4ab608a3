"""Strips: the category, and its colour, of every label or part along an axis."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from heatfig.compile.facets import View
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.scores import Scores
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


def strip_tracks(spec: FigureSpec, view: View, scores: Scores) -> list[tuple[Side, StripTrack]]:
    """The strips, each with its side; raises Problems where a label has no category, two, or one without a colour."""
    return [(placed.side, _strip(spec, view, scores, placed)) for placed in strips_of(view)]


def strips_of(view: View) -> Iterator[StripAt]:
    """The strips beside a panel's grid, and where each stands."""
    for side, axis in SIDES.items():
        for index, strip in enumerate(getattr(view.settings.beside, side)):
            yield StripAt(strip, view.origin("beside", side, index, "strip"), side, axis)


def _strip(spec: FigureSpec, view: View, scores: Scores, placed: StripAt) -> StripTrack:
    report = Report()
    strip, split = placed.strip, view.settings.split
    colors = strip_colors(spec, placed, report)
    labels = scores.x if placed.axis == "x" else scores.y
    if split is not None and strip.field == split.column:
        rows = tuple(scores.parts for _ in labels.plan.labels)
    else:
        found = _category_by_label(spec, view, scores, placed, report)
        report.check()
        rows = tuple((found.get(place, ""),) for place in range(len(labels.plan.labels)))
    used = {category for row in rows for category in row}
    listed = list(strip.colormap.categories)
    listing = Listing(
        listed=listed,
        found=sorted(used - {""}),
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


def _category_by_label(spec: FigureSpec, view: View, scores: Scores, placed: StripAt, report: Report) -> dict[int, str]:
    column = placed.strip.field
    categories = view.rows.texts(column, spec.place(placed.at("field")))
    codes = scores.entries.x if placed.axis == "x" else scores.entries.y
    found: dict[int, str] = {}
    second: dict[int, int] = {}
    for row, (code, category) in enumerate(zip(codes.tolist(), categories.tolist(), strict=True)):
        if found.setdefault(code, category) != category:
            second.setdefault(code, row)
    labels = (scores.x if placed.axis == "x" else scores.y).plan.labels
    both = list(second.items())

    def told(number: int) -> tuple[str, Place, str]:
        code, row = both[number]
        message = f"'{labels[code]}' is both '{found[code]}' and '{categories[row]}' in the column '{column}'"
        return message, view.rows.place(row), "a strip needs one category a label"

    report.add_some("two-categories", len(both), told)
    return found
