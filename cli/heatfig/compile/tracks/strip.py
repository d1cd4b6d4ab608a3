"""Strips: the colour of every label or part along an axis, by its category or by a number."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from heatfig.compile.colors.categories import (
    CategoryColumn,
    Colors,
    category_colors,
    category_text,
    check_renamed,
    check_written,
    explained,
)
from heatfig.compile.summaries import summary_of
from heatfig.compile.texts import data_text, set_in, spec_text, style_of, titled
from heatfig.compile.tracks.colors import colored
from heatfig.compile.tracks.facts import facts, is_numeric, numbers_of, shown_numbers, shown_texts
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import sharing
from heatfig.data.summary import summarized
from heatfig.diagnostics import problem
from heatfig.language.model.colors import Categories
from heatfig.language.model.style import Style
from heatfig.language.tracks.strip import Strip as Spec
from heatfig.plan.text import Text
from heatfig.plan.tracks.strip import BlockName, Strip
from heatfig.runtime.arrays import Floats
from heatfig.scales.contrast import black_or_white_on
from heatfig.scales.number_format import formatted
from heatfig.scales.words import FIELDS

Rows = tuple[tuple[str, ...], ...]


def strip(place: TrackPlace, spec: Spec) -> MadeTrack:
    """A strip; raises Problems where a label has two categories, or one without a colour."""
    field, split = str(spec.field), place.view.settings.split
    if spec.style != Style() and not spec.named:
        message, hint = "`style` is for names on blocks: there are none", "named: true, or label: {text: …, size: …}"
        raise problem("contradiction", message, place.at("style"), hint)
    if spec.using is not None or field in FIELDS:
        return _of_summary(place, spec)
    if split is not None and field == split.column:
        return _of_categories(place, spec, tuple(place.cells.parts for _ in place.keys))
    if spec.where:
        message = f"`where` chooses cells to summarize, and '{spec.field}' has one value per label"
        raise problem("contradiction", message, place.at("where"), "using: mean, too, or leave it out")
    found = facts(place, field)
    if isinstance(spec.colormap, Categories) or not is_numeric(place, field):
        return _of_categories(place, spec, tuple((fact.text if fact else "",) for fact in found))
    return _of_numbers(place, spec, numbers_of(found), shown_numbers(place, field))


def _of_summary(place: TrackPlace, spec: Spec) -> MadeTrack:
    """A strip of numbers of the cells, coloured over those of all panels that show them."""
    numbers = summarized(place.axis_cells, summary_of(spec), place.at)

    def over(shown: Sequence[float]) -> MadeTrack:
        return _of_numbers(place, spec, numbers, np.array(shown))

    return sharing(place, [spec], numbers.tolist(), over)


def _of_categories(place: TrackPlace, spec: Spec, rows: Rows) -> MadeTrack:
    _refuse_keys_of_numbers(place, spec)
    if spec.named and any(len(row) > 1 for row in rows):
        message = f"the parts of cells have no room for names of '{spec.field}'"
        raise problem("contradiction", message, place.at("named"), "leave it out: the legend names them")
    field, along = str(spec.field), [each for row in rows for each in row]
    used = list(dict.fromkeys([*_listed(place, field, along), *shown_texts(place, field), *along]))
    present = {category for row in rows for category in row}
    categories = CategoryColumn(place.view, str(spec.field), spec.colormap, place.path)
    check_written(categories, {*used, *place.view.selection.whole.columns[categories.column].labels.names})
    colors = category_colors(categories, [each for each in used if each])
    if spec.colormap is None:
        texts = [category_text(category, spec.labels) for category in colors]
        colors = dict(zip(colors, place.free_colors(texts), strict=True))
    check_renamed(categories, colors, spec.labels)
    shown = tuple(tuple(colors.get(category) for category in row) for row in rows)
    names = tuple(_names(rows, colors, spec)) if spec.named else ()
    if not categories.written:
        colors = {category: color for category, color in colors.items() if category in present}
    entries = () if spec.named else tuple(explained(categories, colors, spec.labels, _heading(spec)))
    return MadeTrack(Strip(shown, rows, _label(spec), names, thickness=spec.thickness), entries)


def _refuse_keys_of_numbers(place: TrackPlace, spec: Spec) -> None:
    """Raise Problems for a key that says how numbers are coloured."""
    usual = Spec(field=spec.field)
    for name in ("range", "norm", "colorbar"):
        if getattr(spec, name) != getattr(usual, name):
            message = f"'{spec.field}' holds texts, and `{name}` is for numbers"
            raise problem("contradiction", message, place.at(name), "leave it out, or `using` makes numbers of cells")


def _listed(place: TrackPlace, field: str, along: list[str]) -> list[str]:
    """Categories in the order of labels that the spec lists, where that is one in all panels."""
    axes = [view.settings.axes.of(place.axis) for view in place.views]
    order = axes[0].order
    if not isinstance(order, tuple) or any(axis.order != order for axis in axes):
        return []
    if len(axes) == 1:
        return along
    shown = set(shown_texts(place, field)) if all(axis.column == field for axis in axes) else set()
    return [label for label in order if label in shown]


def _heading(spec: Spec) -> Text:
    """What the legend calls a strip: by its name, or its column."""
    return spec_text(spec.label.text) if spec.label.text else data_text(spec.field.written_as or str(spec.field))


def _names(rows: Rows, colors: Colors, spec: Spec) -> Iterator[BlockName]:
    """A name for each run of one category."""
    first, style = 0, style_of(spec.style)
    for (category, *_), run in groupby(rows):
        end = first + len(list(run))
        if category:
            yield BlockName(
                set_in(category_text(category, spec.labels), style), first, end, black_or_white_on(colors[category])
            )
        first = end


def _label(spec: Spec) -> Text:
    return titled(spec.label)


def _of_numbers(place: TrackPlace, spec: Spec, numbers: Floats, all_numbers: Floats) -> MadeTrack:
    if isinstance(spec.colormap, Categories):
        message = f"a summary of '{spec.field}' is a number, and no category"
        raise problem("contradiction", message, place.at("colormap"), "a colormap's name, such as Greens")
    if spec.named or spec.labels:
        message = f"'{spec.field}' holds numbers, and no categories to name"
        raise problem("contradiction", message, place.at(), "colormap: {categories: {CATEGORY: COLOUR, …}}")
    named = spec.label.text if spec.label.text is not None else str(spec.field)
    colors, scale, bar = colored(place, spec, named, numbers, all_numbers)
    meanings = tuple(("" if np.isnan(number) else formatted(number, None),) for number in numbers.tolist())
    plan = Strip(tuple((color,) for color in colors), meanings, _label(spec), scale=scale.id, thickness=spec.thickness)
    return MadeTrack(plan, scale=scale, bar=bar)
