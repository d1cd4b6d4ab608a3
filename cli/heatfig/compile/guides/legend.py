"""The legend: what colours beside grids and missing cells mean, each entry once."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heatfig.compile.cells.reasons import reasons_stand_at
from heatfig.compile.view import View
from heatfig.diagnostics.origin import Origin
from heatfig.plan.grid import holds
from heatfig.plan.guides.legend import LegendEntry, SampleEntry
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text

Explained = tuple[LegendEntry | SampleEntry, Origin]  # what is said, and where the spec says it


def legend_entries(explained: Sequence[Explained], titles: bool | None) -> list[Explained]:
    """What a legend says, each thing once.

    Entries of one thing stand together under its name, where several have one or the spec asks for `titles`.
    """
    found = _once(explained)
    headings = list(dict.fromkeys(entry.heading for entry, _ in found if entry.heading))
    if not (len(headings) > 1 if titles is None else titles):
        found, headings = [(replace(entry, heading=Text()), origin) for entry, origin in found], []
    entries: dict[LegendEntry | SampleEntry, Origin] = {}
    for entry, origin in found:
        entries.setdefault(entry, origin)
    place = {heading: number for number, heading in enumerate(headings)}
    return sorted(entries.items(), key=lambda explained: place.get(explained[0].heading, len(place)))


def _once(found: Sequence[Explained]) -> list[Explained]:
    """Without what is said before in the same colours and words: all of a heading, or what stands under none."""
    said, repeated = set[object](), set[Text]()
    for heading in filter(None, dict.fromkeys(entry.heading for entry, _ in found)):
        meant = {replace(entry, heading=Text()) for entry, _ in found if entry.heading == heading}
        if meant <= said:
            repeated.add(heading)
        said |= meant
    left = ((entry, origin) for entry, origin in found if entry.heading not in repeated)
    return [(entry, origin) for entry, origin in left if entry.heading or entry not in said]


def missing_entries(view: View, panel: PanelPlan) -> Iterator[Explained]:
    """What the kinds of missing mean that a panel shows."""
    origins = [view.origin("missing", "label")]
    origins += [view.origin("missing", "tokens", token) for token in view.settings.missing.tokens]
    origins += [view.origin(reasons_stand_at(view))] * (len(panel.missing) - len(origins))  # for reasons
    for kind, (style, origin) in enumerate(zip(panel.missing, origins, strict=True)):
        if style.label and holds(panel.grid.kinds, kind):
            yield LegendEntry(style.label, style.color, style.hatch), origin
