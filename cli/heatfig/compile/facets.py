"""Panels as they will stand: the spec's, or one for each value of the facet column."""

from dataclasses import dataclass, replace

from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.near_duplicates import check_alike
from heatfig.compile.rows import Rows, Selection, select
from heatfig.compile.texts import data_text, spec_text
from heatfig.data.readers.chunk import Chunk
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.columns import columns_of
from heatfig.language.model.page import Facet
from heatfig.language.model.settings import Settings
from heatfig.language.read import FigureSpec, PanelSpec
from heatfig.plan.text import Text

Loaded = dict[int, tuple[Chunk, ...]]


@dataclass(frozen=True)
class View:
    """One panel of the figure: its spec, its title and the rows of the tables that it shows."""

    index: int
    spec: PanelSpec
    title: Text
    selection: Selection

    @property
    def rows(self) -> Rows:
        """The rows of the tables that the panel shows."""
        return self.selection.rows

    @property
    def settings(self) -> Settings:
        """The panel's settings, complete."""
        return self.spec.settings

    def lacks(self, *paths: Path) -> bool:
        """Whether the spec lost something at these paths, a column is not there, or more rows are kept than meant."""
        lost = any(self.spec.lost(*path) for path in paths)
        return lost or bool(self.selection.lacking) or not self.selection.exact

    def origin(self, *path: str | int) -> Origin:
        """Where the panel's spec says something."""
        return Origin(self.spec.index, path)


def expand(spec: FigureSpec, tables: Loaded, report: Report) -> list[View]:
    """The views, in order, of the panels that have tables; notes unknown columns and panels that show no row."""
    uses = (use for panel in spec.panels for use in columns_of(panel.settings))
    marks = {use.column for use in uses if use.column.holds == "flags"}
    check_alike(dict.fromkeys(table for joined in tables.values() for table in joined), marks, report)
    views = []
    for panel in spec.panels:
        if panel.index in tables:
            selection = select(spec, panel, tables[panel.index], report)
            views.append(View(panel.index, panel, spec_text(panel.title), selection))
    facet = spec.document.facet
    if facet is None or not views or views[0].spec.lost("facet") or facet.column in views[0].selection.lacking:
        return views
    whole, views[0] = views[0], replace(views[0], selection=replace(views[0].selection, exact=False))
    with report.collecting():
        views[:] = _facets(spec, facet, whole)
    return views


def _facets(spec: FigureSpec, facet: Facet, whole: View) -> list[View]:
    origin = Origin(None, ("facet", "column"))
    values = whole.rows.labels(facet.column, spec.place(origin))
    found = list(values.names)
    rows = dict(zip(found, whole.rows.parted(values), strict=True))
    none = Rows(whole.rows.tables, whole.rows.chosen[:0])
    order = list(facet.order or found)
    listing = Listing(
        listed=order,
        found=found,
        at=lambda index: spec.place(Origin(None, ("facet", "order", index))),
        whole=spec.place(Origin(None, ("facet", "order"))),
        unknown=f"no row has {facet.column} {{}}",
        unlisted=f"the data also has {facet.column} {{}}, not listed here",
        exact=whole.selection.exact,
    )
    report = Report()
    check_listed(listing, report)
    for value in facet.labels:
        if value not in found:
            place = spec.key_place(Origin(None, ("facet", "labels", value)))
            hint = report.nearest(value, found, "values")
            report.add("unknown-label", f"no row has {facet.column} '{value}'", place, hint)
    report.check()
    views = []
    for index, value in enumerate(order):
        title = spec_text(facet.labels[value]) if value in facet.labels else data_text(value)
        selection = replace(whole.selection, rows=rows.get(value, none))
        views.append(replace(whole, index=index, title=title, selection=selection))
    return views
