"""Scores that are texts: in panels that share their colours each is the place of its category among all of theirs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from heatfig.compile.colors.categories import (
    CategoryColumn,
    Colors,
    category_colors,
    check_renamed,
    check_written,
    explained,
)
from heatfig.compile.colors.quantities import sharing
from heatfig.compile.guides.legend import Explained
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.view import View
from heatfig.data.table import Table
from heatfig.diagnostics import Report
from heatfig.language.model.colors import Categories, ScoreCategories
from heatfig.plan.layer import Layer
from heatfig.plan.panel import PanelPlan


def has_texts(view: View) -> bool:
    """Whether the scores of a panel are texts."""
    return isinstance(view.settings.colormap, Categories)


def categories_of(view: View) -> CategoryColumn:
    """What the spec says of the categories that are scores."""
    return CategoryColumn(view, str(view.settings.value), view.settings.colormap)


def with_categories(views: Sequence[View], report: Report) -> list[View]:
    """The views, texts that are scores as categories; notes panels that share colours with numbers."""
    found = list(views)
    known = dict[tuple[Table, str, tuple[str, ...]], Table]()
    for members in sharing(views):
        if not any(map(has_texts, members)) or any(view.spec.is_invalid("colormap") for view in members):
            continue
        for view in (view for view in members if not has_texts(view)):
            message = "this panel shows numbers, and shares its colours with one of texts"
            report.add("contradiction", message, view.at("colormap"), "share: {color: false}")
        of_texts = list(filter(has_texts, members))
        with report.collecting():
            _check_written(of_texts)
        for view, categories in _grouped(of_texts):
            whole, value = found[view.index].selection.whole, str(view.settings.value)
            if value in whole.columns and categories:
                made = known.setdefault((whole, value, categories), whole.with_categories(value, categories))
                selection = replace(found[view.index].selection, whole=made)
                found[view.index] = replace(found[view.index], selection=selection)
    return found


def _check_written(members: Sequence[View]) -> None:
    """Raise Problems for categories that the spec lists and no row has."""
    check_written(categories_of(members[0]), {text for view in members for text in _texts(view, view.selection.whole)})


def _grouped(members: Sequence[View]) -> Iterator[tuple[View, tuple[str, ...]]]:
    """The categories of each of some panels that share their colours."""
    used = dict.fromkeys(text for view in members for text in _texts(view, view.table))
    for view in members:
        categories = categories_of(view)
        if categories.listed is None:
            yield view, tuple(used)
        else:
            kept = (category for category in categories.listed if categories.written or category in used)
            yield view, tuple(kept) or tuple(categories.listed)


def _texts(view: View, table: Table) -> Iterable[str]:
    """The texts in a table that are scores of a panel, as they first appear."""
    value, missing = str(view.settings.value), {"", *(token.strip() for token in view.settings.missing.tokens)}
    if value not in table.columns:
        return []
    return (name.strip() for name in table.columns[value].labels.names if name.strip() not in missing)


def text_colors(view: View) -> Colors:
    """The colour of each category of a panel, in order; raises Problems for what is none, and for too few."""
    column = view.table.columns.get(str(view.settings.value))
    return category_colors(categories_of(view), () if column is None else column.reading.categories)


def text_entries(view: View, panel: PanelPlan | Layer) -> Iterator[Explained]:
    """What the legend says of scores that are texts: of all that the spec lists, else of those that are drawn."""
    categories, colors, colormap = categories_of(view), text_colors(view), view.settings.colormap
    assert isinstance(colormap, ScoreCategories)
    check_renamed(categories, colors, colormap.labels)
    drawn = {panel.value.categories[code] for code in panel.grid.codes}
    shown = {text: color for text, color in colors.items() if categories.written or text in drawn}
    heading = data_text(view.quantity) if colormap.heading is None else spec_text(colormap.heading)
    return explained(categories, shown, colormap.labels, heading)
