"""The legends of a figure: its own, and those beside panels of what each of them alone explains."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heatfig.compile.colors.text_scores import has_texts, text_entries
from heatfig.compile.guides.legend import Explained, legend_entries, missing_entries
from heatfig.compile.panel import Draft
from heatfig.compile.texts import set_in, style_of
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.figure import Figure
from heatfig.language.model.page import Legend as Asked
from heatfig.plan.guides.legend import Legend
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

ID = "legend"  # of the figure's own

Said = tuple[int, Explained]  # the number of the panel that shows something, and what it means


@dataclass(frozen=True)
class StandingLegend:
    """A legend, the side at which it stands, and where the spec says what it explains."""

    side: Side
    legend: Legend
    origins: tuple[Origin, ...]


@dataclass(frozen=True)
class Legends:
    """The legend of the figure, if there is one, and those of panels, by their numbers."""

    shared: StandingLegend | None
    own: dict[int, StandingLegend]

    @property
    def origins(self) -> dict[str, tuple[Origin, ...]]:
        """Where the spec says what each explains, by its id."""
        found = [*self.own.values(), *([self.shared] if self.shared else [])]
        return {each.legend.id: each.origins for each in found}


def legends_of(document: Figure, panels: Sequence[Draft]) -> Legends:
    """All legends; raises Problems for panels that ask for one and alone explain nothing."""
    said, report, own = list(_said(panels)), Report(), dict[int, StandingLegend]()
    for number, panel in enumerate(panels):
        asked = panel.view.spec.settings.legend
        if asked is None:
            continue
        alone = _alone(number, said)
        said = [(of, explained) for of, explained in said if of != number or explained not in alone]
        legend = _legend(asked, alone, panel.view.scoped(ID))
        if legend is None:
            message = "this panel shows nothing that needs a legend and that no other one shows"
            hint = "leave it out: the figure's legend explains what several show"
            report.add("contradiction", message, panel.view.at("legend"), hint)
        else:
            own[number] = legend
    report.check()
    shared = None if document.legend is None else _legend(document.legend, [explained for _, explained in said], ID)
    return Legends(shared, own)


def _said(panels: Sequence[Draft]) -> Iterator[Said]:
    """What each panel shows that needs a word: texts that are scores, tracks, marks, and kinds of missing."""
    for number, panel in enumerate(panels):
        for layer in (layer.scaled for layer in panel.layers):
            if has_texts(layer.view) and layer.view.settings.colorbar is not None:
                yield from ((number, each) for each in text_entries(layer.view, layer.plan))
    for number, panel in enumerate(panels):
        yield from ((number, each) for made in panel.made for each in made.entries)
    for number, panel in enumerate(panels):
        yield from ((number, each) for mark in panel.marks for each in mark.entries)
    for number, panel in enumerate(panels):
        yield from ((number, each) for each in missing_entries(panel.view, panel.plan))


def _alone(number: int, said: Sequence[Said]) -> list[Explained]:
    """What a panel shows and no other one does."""
    others = {entry for of, (entry, _) in said if of != number}
    return [explained for of, explained in said if of == number and explained[0] not in others]


def _legend(asked: Asked, explained: Sequence[Explained], name: str) -> StandingLegend | None:
    """A legend as it is asked for, where it has something to explain."""
    entries = legend_entries(explained, asked.titles)
    if not entries:
        return None
    style = style_of(asked.style)
    shown = [replace(each, text=set_in(each.text, style), heading=set_in(each.heading, style)) for each, _ in entries]
    return StandingLegend(asked.side, Legend(name, tuple(shown), asked.across), tuple(origin for _, origin in entries))
