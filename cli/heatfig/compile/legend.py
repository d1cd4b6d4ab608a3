"""The legend: what the strips' colours and the missing cells mean, each said once."""

from collections.abc import Iterator, Sequence

from heatfig.compile.facets import View
from heatfig.compile.strips import strip_colors, strips_of
from heatfig.compile.texts import data_text, spec_text
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.read import FigureSpec
from heatfig.plan.grid import holds
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.panel import PanelPlan

Explained = tuple[LegendEntry, Origin]  # what is said, and where the spec says it


def legend_entries(spec: FigureSpec, views: Sequence[View], panels: Sequence[PanelPlan]) -> list[Explained]:
    """Entries for all strips, then for the kinds of missing that are drawn."""
    strips = (entry for view in views for entry in _strip_entries(spec, view))
    missing = (entry for view, panel in zip(views, panels, strict=True) for entry in _missing_entries(view, panel))
    entries: dict[LegendEntry, Origin] = {}
    for entry, origin in (*strips, *missing):
        entries.setdefault(entry, origin)
    return list(entries.items())


def _strip_entries(spec: FigureSpec, view: View) -> Iterator[Explained]:
    for placed in strips_of(view):
        labels = placed.strip.labels
        for category, color in strip_colors(spec, placed, Report()).items():
            if category in labels:
                text, origin = spec_text(labels[category]), placed.at("labels", category)
            else:
                text, origin = data_text(category), placed.at("colormap", "categories", category)
            yield LegendEntry(text, color, "none"), origin


def _missing_entries(view: View, panel: PanelPlan) -> Iterator[Explained]:
    origins = [view.origin("missing", "label")]
    origins += [view.origin("missing", "tokens", token) for token in view.settings.missing.tokens]
    origins += [view.origin("transform")] * (len(panel.missing) - len(origins))  # for the reasons that verbs give
    for kind, (style, origin) in enumerate(zip(panel.missing, origins, strict=True)):
        if style.label and holds(panel.grid.kinds, kind):
            yield LegendEntry(style.label, style.color, style.hatch), origin
