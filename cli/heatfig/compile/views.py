"""Panels as they will stand: the spec's, or one for each value of the facet column."""

from dataclasses import dataclass, replace

from heatfig.compile.listed import Listing, check_listed
from heatfig.compile.rows import Rows, select
from heatfig.compile.texts import data_text, spec_text
from heatfig.diagnostics import Report, nearest
from heatfig.origin import Origin
from heatfig.plan import Text
from heatfig.scores.table import Table
from heatfig.spec.model import Settings
from heatfig.spec.read import FigureSpec, PanelSpec

Loaded = dict[int, tuple[Table, ...]]


@dataclass(frozen=True)
class View:
    """One panel of the figure: its spec, its title and the rows of the tables that it shows."""

    index: int
    spec: PanelSpec
    title: Text
    rows: Rows

    @property
    def settings(self) -> Settings:
        """The panel's settings, complete."""
        return self.spec.settings

    def origin(self, *path: str | int) -> Origin:
        """Where the panel's spec says something."""
        return Origin(self.spec.index, path)


def expand(spec: FigureSpec, tables: Loaded) -> list[View]:
    """The views in order; raises Problems for unknown columns and for panels that show no row."""
    report = Report()
    views = []
    for panel in spec.panels:
        rows = select(spec, panel, tables[panel.index], report)
        title = spec_text(panel.title, Origin(panel.index, ("title",)))
        views.append(View(panel.index, panel, title, rows))
    report.check()
    if spec.document.facet is not None:
        views = _facets(spec, views[0])
    return views


def _facets(spec: FigureSpec, whole: View) -> list[View]:
    facet = spec.document.facet
    assert facet is not None
    origin = Origin(None, ("facet", "column"))
    values = whole.rows.texts(facet.column, spec.place(origin))
    found = list(dict.fromkeys(values.tolist()))
    order = list(facet.order or found)
    listing = Listing(
        listed=order,
        found=found,
        at=lambda index: spec.place(Origin(None, ("facet", "order", index))),
        whole=spec.place(Origin(None, ("facet", "order"))),
        unknown=f"no row has {facet.column} {{}}",
        unlisted=f"the data also has {facet.column} {{}}, not listed here",
    )
    report = Report()
    check_listed(listing, report)
    for value in facet.labels:
        if value not in found:
            place = spec.key_place(Origin(None, ("facet", "labels", value)))
            report.add("unknown-label", f"no row has {facet.column} '{value}'", place, nearest(value, found, "values"))
    report.check()
    views = []
    for index, value in enumerate(order):
        shown = Origin(None, ("facet", "labels", value))
        title = spec_text(facet.labels[value], shown) if value in facet.labels else data_text(value, origin)
        views.append(replace(whole, index=index, title=title, rows=whole.rows.keep(values == value)))
    return views
