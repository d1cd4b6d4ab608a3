"""Colours that tell categories apart, and what the legend says of each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from heatfig.compile.legend import Explained
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.tracks.place import TrackPlace
from heatfig.diagnostics import Report, problem
from heatfig.language.model.colors import Blend, Categories, Colormap, NamedColormap, Stops
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, named_table
from heatfig.scales.palettes import PALETTE

Colors = dict[str, RGB]
CONTINUOUS = 64  # a table of so many colours is one to take some from, evenly


def category_colors(
    place: TrackPlace,
    colormap: Categories | Colormap | None,
    column: str,
    used: Sequence[str],
    labels: Mapping[str, str],
) -> Colors:
    """The colour of each category of a column; raises Problems for those that have none, and for too many."""
    if isinstance(colormap, Categories):
        return _listed(place, colormap, column, used)
    colors = _palette(place, colormap, len(used))
    if len(used) > len(colors):
        message = f"the column '{column}' has {len(used)} categories, and there are {len(colors)} colours"
        raise problem("unlisted-label", message, place.at("field"), "colormap: {categories: {CATEGORY: COLOUR, …}}")
    if colormap is None:
        colors = place.free_colors([category_text(category, labels) for category in used])
    return dict(zip(used, colors, strict=False))


def explained(place: TrackPlace, colors: Colors, labels: Mapping[str, str]) -> Iterator[Explained]:
    """What the legend says of each category, by the texts of the spec where it has some."""
    for category, color in colors.items():
        inside = ("labels", category) if category in labels else ("colormap", "categories", category)
        yield LegendEntry(category_text(category, labels), color, "none"), place.origin(*inside)


def category_text(category: str, labels: Mapping[str, str]) -> Text:
    """A category as it is shown."""
    return spec_text(labels[category]) if category in labels else data_text(category)


def check_renamed(place: TrackPlace, colors: Colors, labels: Mapping[str, str]) -> None:
    """Raise Problems for texts of categories that there are not."""
    report = Report()
    for category in labels:
        if category not in colors:
            where = place.spec.key_place(place.origin("labels", category))
            hint = report.nearest(category, list(colors), "categories")
            report.add("unknown-label", f"no colour is given for '{category}'", where, hint)
    report.check()


def _listed(place: TrackPlace, colormap: Categories, column: str, used: Sequence[str]) -> Colors:
    report, colors, listed = Report(), {}, list(colormap.categories)
    for category, text in colormap.categories.items():
        with report.collecting():
            colors[category] = place.color(text, "colormap", "categories", category)
    known = set(place.view.selection.whole.columns[column].labels.names)
    listing = Listing(
        listed=listed,
        found=sorted({*used, *(known & set(listed))}),
        at=lambda number: place.spec.key_place(place.origin("colormap", "categories", listed[number])),
        whole=place.at("colormap", "categories"),
        unknown=f"no row has {column} {{}}",
        unlisted=f"no colour is given for {column} {{}}",
        mend="categories: {CATEGORY: COLOUR, …}",
    )
    check_listed(listing, report)
    report.check()
    return colors


def _palette(place: TrackPlace, colormap: Colormap | None, count: int) -> Sequence[RGB]:
    match colormap:
        case None:
            return PALETTE
        case Blend():
            return [place.color(text, "colormap", "colors", n) for n, text in enumerate(colormap.colors)]
        case NamedColormap():
            return _of_map(place, colormap, count)
        case Stops():
            message, hint = "stops are colours of numbers, and this column holds texts", "categories: {…}, or a list"
            raise problem("contradiction", message, place.at("colormap", "stops"), hint)
    assert_never(colormap)


def _of_map(place: TrackPlace, colormap: NamedColormap, count: int) -> list[RGB]:
    """The colours of a palette, or of a continuous map as many as are needed, evenly."""
    try:
        table = named_table(colormap.name)
    except ColorError as error:
        raise problem("unknown-colormap", str(error), place.at("colormap", "name"), error.hint) from None
    if len(table) > CONTINUOUS:
        table = table[[int((number + 0.5) / count * len(table)) for number in range(count)]]
    return [(int(red), int(green), int(blue)) for red, green, blue in table]
