"""The legend: what colours beside grids and the missing cells mean, each said once."""

from collections.abc import Iterable, Iterator, Sequence

from heatfig.compile.facets import View
from heatfig.diagnostics.origin import Origin
from heatfig.plan.grid import holds
from heatfig.plan.guides.legend import LegendEntry, SampleEntry
from heatfig.plan.panel import PanelPlan

Explained = tuple[LegendEntry | SampleEntry, Origin]  # what is said, and where the spec says it


def legend_entries(shown: Iterable[Explained], views: Sequence[View], panels: Sequence[PanelPlan]) -> list[Explained]:
    """Entries for what is shown on grids and beside them, then for the kinds of missing that are drawn."""
    missing = (entry for view, panel in zip(views, panels, strict=True) for entry in _missing_entries(view, panel))
    entries: dict[LegendEntry | SampleEntry, Origin] = {}
    for entry, origin in (*shown, *missing):
        entries.setdefault(entry, origin)
    return list(entries.items())


def _missing_entries(view: View, panel: PanelPlan) -> Iterator[Explained]:
    origins = [view.origin("missing", "label")]
    origins += [view.origin("missing", "tokens", token) for token in view.settings.missing.tokens]
    origins += [view.origin("transform")] * (len(panel.missing) - len(origins))  # for the reasons that verbs give
    for kind, (style, origin) in enumerate(zip(panel.missing, origins, strict=True)):
        if style.label and holds(panel.grid.kinds, kind):
            yield LegendEntry(style.label, style.color, style.hatch), origin
