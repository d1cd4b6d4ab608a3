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
from heatfig.compile.texts import data_text, headed, set_in, spec_text, style_of
from heatfig.compile.tracks.colors import colored
from heatfig.compile.tracks.facts import facts, is_numeric, numbers_of, shown_numbers, shown_texts
from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.compile.tracks.scaled import sharing
from heatfig.data.summary import summarized
from heatfig.diagnostics import problem
from heatfig.language.model.colors import Categories
from heatfig.language.model.style import Style
from heatfig.language.tracks.strip import Strip as Asked
from heatfig.plan.text import Text
from heatfig.plan.tracks.strip import BlockName, Strip
from heatfig.runtime.arrays import Floats
from heatfig.scales.contrast import black_or_white_on
from heatfig.scales.number_format import formatted
from heatfig.scales.words import FIELDS

Rows = tuple[tuple[str, ...], ...]


def strip(place: TrackPlace, asked: Asked) -> Made:
    """A strip; raises Problems where a label has two categories, or one without a colour."""
    field, split = str(asked.field), place.view.settings.split
    if asked.style != Style() and not asked.named:
        message, hint = "`style` is for names on blocks: there are none", "named: true, or label: {text: …, size: …}"
        raise problem("contradiction", message, place.at("style"), hint)
    if asked.using is not None or field in FIELDS:
        return _of_summary(place, asked)
    if split is not None and field == split.column:
        return _of_categories(place, asked, tuple(place.cells.parts for _ in place.keys))
    if asked.where:
        message = f"`where` chooses cells to summarize, and '{asked.field}' has one value per label"
        raise problem("contradiction", message, place.at("where"), "using: mean, too, or leave it out")
    found = facts(place, field)
    if isinstance(asked.colormap, Categories) or not is_numeric(place, field):
        return _of_categories(place, asked, tuple((fact.text if fact else "",) for fact in found))
    return _of_numbers(place, asked, numbers_of(found), shown_numbers(place, field))


def _of_summary(place: TrackPlace, asked: Asked) -> Made:
    """A strip of numbers of the cells, coloured over those of all panels that show them."""
    numbers = summarized(place.lines, summary_of(asked), place.at)

    def over(shown: Sequence[float]) -> Made:
        return _of_numbers(place, asked, numbers, np.array(shown))

    return sharing(place, [asked], numbers.tolist(), over)


def _of_categories(place: TrackPlace, asked: Asked, rows: Rows) -> Made:
    usual = Asked(field=asked.field)
    for name in ("range", "norm", "colorbar"):
        if getattr(asked, name) != getattr(usual, name):
            message = f"'{asked.field}' holds texts, and `{name}` is for numbers"
            raise problem("contradiction", message, place.at(name), "leave it out, or `using` makes numbers of cells")
    if asked.named and any(len(row) > 1 for row in rows):
        message = f"the parts of cells have no room for names of '{asked.field}'"
        raise problem("contradiction", message, place.at("named"), "leave it out: the legend names them")
    field, along = str(asked.field), [each for row in rows for each in row]
    used = list(dict.fromkeys([*_listed(place, field, along), *shown_texts(place, field), *along]))
    present = {category for row in rows for category in row}
    meant = CategoryColumn(place.view, str(asked.field), asked.colormap, place.path)
    check_written(meant, {*used, *place.view.selection.whole.columns[meant.column].labels.names})
    colors = category_colors(meant, [each for each in used if each])
    if asked.colormap is None:
        texts = [category_text(category, asked.labels) for category in colors]
        colors = dict(zip(colors, place.free_colors(texts), strict=True))
    check_renamed(meant, colors, asked.labels)
    shown = tuple(tuple(colors.get(category) for category in row) for row in rows)
    names = tuple(_names(rows, colors, asked)) if asked.named else ()
    if not meant.written:
        colors = {category: color for category, color in colors.items() if category in present}
    said = () if asked.named else tuple(explained(meant, colors, asked.labels, _heading(asked)))
    return Made(Strip(shown, rows, _label(asked), names), said)


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


def _heading(asked: Asked) -> Text:
    """What the legend calls a strip: by its name, or its column."""
    return spec_text(asked.label.text) if asked.label.text else data_text(asked.field.written_as or str(asked.field))


def _names(rows: Rows, colors: Colors, asked: Asked) -> Iterator[BlockName]:
    """A name for each run of one category."""
    first, style = 0, style_of(asked.style)
    for (category, *_), run in groupby(rows):
        end = first + len(list(run))
        if category:
            yield BlockName(
                set_in(category_text(category, asked.labels), style), first, end, black_or_white_on(colors[category])
            )
        first = end


def _label(asked: Asked) -> Text:
    return headed(asked.label)


def _of_numbers(place: TrackPlace, asked: Asked, numbers: Floats, all_numbers: Floats) -> Made:
    if isinstance(asked.colormap, Categories):
        message = f"a summary of '{asked.field}' is a number, and no category"
        raise problem("contradiction", message, place.at("colormap"), "a colormap's name, such as Greens")
    if asked.named or asked.labels:
        message = f"'{asked.field}' holds numbers, and no categories to name"
        raise problem("contradiction", message, place.at(), "colormap: {categories: {CATEGORY: COLOUR, …}}")
    named = asked.label.text if asked.label.text is not None else str(asked.field)
    colors, scale, bar = colored(place, asked, named, numbers, all_numbers)
    meanings = tuple(("" if np.isnan(number) else formatted(number, None),) for number in numbers.tolist())
    plan = Strip(tuple((color,) for color in colors), meanings, _label(asked), scale=scale.id)
    return Made(plan, scale=scale, bar=bar)
