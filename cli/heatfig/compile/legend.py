"""The legend: what the strips' colours and the missing cells mean, each said once."""

from collections.abc import Iterator

from heatfig.compile.facets import View
from heatfig.compile.strips import strip_colors, strips_of
from heatfig.compile.texts import data_text, spec_text
from heatfig.diagnostics import Report
from heatfig.language.read import FigureSpec
from heatfig.plan.figure import LegendEntry, PanelPlan
from heatfig.plan.grid import holds


def legend_entries(spec: FigureSpec, views: list[View], panels: list[PanelPlan]) -> tuple[LegendEntry, ...]:
    """Entries for all strips, then for the kinds of missing that are drawn."""
    entries: dict[object, LegendEntry] = {}
    for view in views:
        for entry in _strip_entries(spec, view):
            entries.setdefault((entry.text.content, entry.color, entry.hatch), entry)
    for panel in panels:
        for entry in _missing_entries(panel):
            entries.setdefault((entry.text.content, entry.color, entry.hatch), entry)
    return tuple(entries.values())


def _strip_entries(spec: FigureSpec, view: View) -> Iterator[LegendEntry]:
    for placed in strips_of(view):
        labels = placed.strip.labels
        for category, color in strip_colors(spec, placed, Report()).items():
            if category in labels:
                text = spec_text(labels[category], placed.at("labels", category))
            else:
                text = data_text(category, placed.at("colormap", "categories", category))
            yield LegendEntry(text, color, "none")


def _missing_entries(panel: PanelPlan) -> Iterator[LegendEntry]:
    for kind, style in enumerate(panel.missing):
        if holds(panel.grid.kinds, kind):
            yield LegendEntry(style.label, style.color, style.hatch)
