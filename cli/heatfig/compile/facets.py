"""The panels of a figure: those of the spec, or one for each value of the facet column."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from heatfig.compile.axes.defaults import completed
from heatfig.compile.axes.match_labels import Listing, match_labels
from heatfig.compile.selection import Loaded, select
from heatfig.compile.texts import data_text, set_in, spec_text, style_of, titled
from heatfig.compile.view import View
from heatfig.data.columns.written import written
from heatfig.data.hygiene import check_labels
from heatfig.data.table import Table, stacked
from heatfig.diagnostics import Place, Report, problem
from heatfig.diagnostics.origin import Origin
from heatfig.language.columns import columns_of
from heatfig.language.model.figure import MOST_PANELS
from heatfig.language.model.page import Facet
from heatfig.language.read import FigureSpec
from heatfig.language.scalars import ColumnRef
from heatfig.plan.text import Text
from heatfig.runtime.arrays import Flags
from heatfig.scales.number_format import with_minus


def expand(spec: FigureSpec, tables: Loaded, report: Report) -> list[View]:
    """The views of all panels that have tables, in order; notes unknown columns and panels without rows."""
    _check_labels(spec, dict.fromkeys(table for scores in tables.values() for table in scores.files), report)
    views = []
    for panel in spec.panels:
        selection = select(spec, panel, tables[panel.index], report) if panel.index in tables else None
        if selection is not None:
            settings = completed(spec, panel, selection.whole, report)
            views.append(View(panel.index, spec, panel, titled(panel.settings.title), selection, settings))
    facet = spec.document.facet
    if facet is None or not views or views[0].spec.is_invalid("facet") or facet.column in views[0].selection.lacking:
        return views
    whole, views[0] = views[0], replace(views[0], selection=replace(views[0].selection, exact=False))
    with report.collecting():
        views[:] = _facets(facet, whole)
    return views


def _check_labels(spec: FigureSpec, tables: Iterable[Table], report: Report) -> None:
    """Note labels that look alike, in all columns that may hold labels."""
    uses = [use for panel in spec.panels for use in columns_of(panel.settings)]
    named_by = {str(use.column): use.column.holds for use in uses}
    others = {name for name, holds in named_by.items() if holds in {"flags", "numbers", "texts"}}
    named = [t if t.matrix is None else Table(t.matrix.rows, t.matrix.lines) for t in tables]
    for column in dict.fromkeys(name for table in named for name in table.columns if name not in others):
        check_labels(stacked([table for table in named if column in table.columns]), [column], report)


def _check_facet(facet: Facet, order: Sequence[str], found: Sequence[str], whole: View) -> None:
    """Raise Problems for too many values, and for values that the spec names and no row has."""
    at = partial(_facet_place, whole.figure)
    if len(order) > MOST_PANELS:
        message = f"{len(order):,} panels stand on no page"
        raise problem("too-large", message, at("column"), f"at most {MOST_PANELS:,}; `where` chooses rows")
    listing = Listing(
        listed=order,
        found=found,
        at=partial(at, "order"),
        whole=at("order"),
        unknown=f"no row has {facet.column} {{}}",
        unlisted=f"the data also has {facet.column} {{}}, not listed here",
        exact=whole.selection.exact,
    )
    report = Report()
    match_labels(listing, report)
    for value in facet.labels if isinstance(facet.labels, dict) else ():
        if value not in found:
            place = whole.figure.key_place(Origin(None, ("facet", "labels", value)))
            hint = report.nearest(value, found, "values")
            report.add("unknown-label", f"no row has {facet.column} '{value}'", place, hint)
    report.check()


def _facet_place(figure: FigureSpec, *path: str | int) -> Place:
    return figure.place(Origin(None, ("facet", *path)))


def _facets(facet: Facet, whole: View) -> list[View]:
    """A view for each value of the facet's column, made of the view of all its rows."""
    at = partial(_facet_place, whole.figure)
    values = whole.table.labels(facet.column, at("column"))
    found, chosen = list(values.names), whole.selection.in_files(np.arange(len(whole.table)))
    order = list(found if facet.order is None else facet.order)
    _check_facet(facet, order, found, whole)
    views = []
    for index, value in enumerate(order):
        held = values.codes == found.index(value)
        title = set_in(_title(facet, whole.table, value, held, at("labels")), style_of(facet.style))
        selection = replace(whole.selection, lines=None, rows=chosen[held])
        views.append(replace(whole, index=index, title=title, facet=value, selection=selection))
    return views


def _title(facet: Facet, table: Table, value: str, held: Flags, place: Place) -> Text:
    """The title of a value's panel, whose template is filled from the rows that hold the value."""
    if isinstance(facet.labels, dict):
        return spec_text(facet.labels[value]) if value in facet.labels else data_text(value)
    title = ""
    for part in facet.labels.parts:
        if not isinstance(part, ColumnRef):
            title += part
            continue
        labels = written(table, str(part), part.form, place)
        one, *others = (labels.names[code] for code in np.unique(labels.codes[held]))
        if others:
            message = f"{facet.column} '{value}' is both '{one}' and '{others[0]}' in the column '{part}'"
            raise problem("two-categories", message, place, "a title needs columns with one text per panel")
        title += with_minus(one).replace("$", r"\$")
    return spec_text(title)
