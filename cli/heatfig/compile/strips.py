"""Strips: the category, and its colour, of every label or part along an axis."""

from heatfig.compile.facets import View
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.rows import strip_path
from heatfig.compile.scores import Scores
from heatfig.diagnostics import Place, Report, nearest
from heatfig.language.model.legend import Strip
from heatfig.language.read import FigureSpec
from heatfig.plan.text import Side
from heatfig.plan.tracks.strip import Strip as StripTrack
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, parse_color

_SIDES: dict[str, Side] = {"x": "top", "y": "right"}


def strip_tracks(spec: FigureSpec, view: View, scores: Scores) -> list[tuple[Side, StripTrack]]:
    """The strips, each with its side; raises Problems where a label has no category, two, or one without a colour."""
    return [
        (strip.side or _SIDES[strip.axis], _strip(spec, view, scores, strip, index))
        for index, strip in enumerate(view.settings.strip)
    ]


def _strip(spec: FigureSpec, view: View, scores: Scores, strip: Strip, index: int) -> StripTrack:
    report = Report()
    path = strip_path(view.spec, index)
    colors = strip_colors(spec, view, strip, index, report)
    split = view.settings.split
    labels = scores.x if strip.axis == "x" else scores.y
    if split is not None and strip.column == split.column:
        rows = tuple(scores.parts for _ in labels.plan.labels)
    else:
        found = _category_by_label(spec, view, scores, strip, path, report)
        report.check()
        rows = tuple((found.get(place, ""),) for place in range(len(labels.plan.labels)))
    used = {category for row in rows for category in row}
    listed = list(strip.colors)
    listing = Listing(
        listed=listed,
        found=sorted(used - {""}),
        at=lambda number: spec.key_place(view.origin(*path, "colors", listed[number])),
        whole=spec.place(view.origin(*path, "colors")),
        unknown=f"no row has {strip.column} {{}}",
        unlisted=f"no colour is given for {strip.column} {{}}",
        mend="colors: {CATEGORY: COLOUR, …}",
    )
    check_listed(listing, report)
    for category in strip.labels:
        if category not in strip.colors:
            place = spec.key_place(view.origin(*path, "labels", category))
            report.add(
                "unknown-label", f"no colour is given for '{category}'", place, nearest(category, listed, "categories")
            )
    report.check()
    white: RGB = (255, 255, 255)
    shown = tuple(tuple(colors.get(category, white) for category in row) for row in rows)
    return StripTrack(shown, rows)


def strip_colors(spec: FigureSpec, view: View, strip: Strip, index: int, report: Report) -> dict[str, RGB]:
    """The colour of each category of a strip."""
    colors = {}
    for category, text in strip.colors.items():
        try:
            colors[category] = parse_color(text)
        except ColorError as error:
            place = spec.place(view.origin(*strip_path(view.spec, index), "colors", category))
            report.add("bad-color", str(error), place, error.hint)
            colors[category] = (0, 0, 0)
    return colors


def _category_by_label(
    spec: FigureSpec, view: View, scores: Scores, strip: Strip, path: tuple[str | int, ...], report: Report
) -> dict[int, str]:
    place = spec.place(view.origin(*path, "column"))
    categories = view.rows.texts(strip.column, place)
    codes = scores.entries.x if strip.axis == "x" else scores.entries.y
    found: dict[int, str] = {}
    second: dict[int, int] = {}
    for row, (code, category) in enumerate(zip(codes.tolist(), categories.tolist(), strict=True)):
        if found.setdefault(code, category) != category:
            second.setdefault(code, row)
    labels = (scores.x if strip.axis == "x" else scores.y).plan.labels
    both = list(second.items())

    def told(number: int) -> tuple[str, Place, str]:
        code, row = both[number]
        message = f"'{labels[code]}' is both '{found[code]}' and '{categories[row]}' in the column '{strip.column}'"
        return message, view.rows.place(row), "a strip needs one category a label"

    report.add_some("two-categories", len(both), told)
    return found
