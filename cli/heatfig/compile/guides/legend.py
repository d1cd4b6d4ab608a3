"""The legend: what colours beside grids and missing cells mean, each entry once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from heatfig.compile.view import View
from heatfig.diagnostics.origin import Origin
from heatfig.plan.grid import holds
from heatfig.plan.guides.legend import LegendEntry, SampleEntry
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text

Explained = tuple[LegendEntry | SampleEntry, Origin]  # what is said, and where the spec says it


def legend_entries(shown: Iterable[Explained], views: Sequence[View], panels: Sequence[PanelPlan]) -> list[Explained]:
    """Entries for what is shown on grids and beside them, then for the kinds of missing that are drawn.

    Those of one thing stand together under its name, where several have one or the spec asks for it.
    """
    missing = (entry for view, panel in zip(views, panels, strict=True) for entry in _missing_entries(view, panel))
    found = _once([*shown, *missing])
    headings = list(dict.fromkeys(entry.heading for entry, _ in found if entry.heading))
    if not _headed(views[0], headings):
        found, headings = [(replace(entry, heading=Text()), origin) for entry, origin in found], []
    entries: dict[LegendEntry | SampleEntry, Origin] = {}
    for entry, origin in found:
        entries.setdefault(entry, origin)
    place = {heading: number for number, heading in enumerate(headings)}
    return sorted(entries.items(), key=lambda explained: place.get(explained[0].heading, len(place)))


def _once(found: Sequence[Explained]) -> list[Explained]:
    """Without the things of which all is said of those before them, in the same colours and words."""
    explained, repeated = set[object](), set[Text]()
    for heading in dict.fromkeys(entry.heading for entry, _ in found):
        meant = {replace(entry, heading=Text()) for entry, _ in found if entry.heading == heading}
        if heading and meant <= explained:
            repeated.add(heading)
        explained |= meant
    return [(entry, origin) for entry, origin in found if entry.heading not in repeated]


def _headed(view: View, headings: Sequence[Text]) -> bool:
    """Whether the legend says what its entries are of."""
    legend = view.figure.document.legend
    spec = None if legend is None else legend.titles
    return len(headings) > 1 if spec is None else spec


def _missing_entries(view: View, panel: PanelPlan) -> Iterator[Explained]:
    origins = [view.origin("missing", "label")]
    origins += [view.origin("missing", "tokens", token) for token in view.settings.missing.tokens]
    origins += [view.origin("transform")] * (len(panel.missing) - len(origins))  # for the reasons that verbs give
    for kind, (style, origin) in enumerate(zip(panel.missing, origins, strict=True)):
        if style.label and holds(panel.grid.kinds, kind):
            yield LegendEntry(style.label, style.color, style.hatch), origin
