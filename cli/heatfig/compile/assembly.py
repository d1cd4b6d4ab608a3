"""Panels as one figure: what they have in common, its guides, its legend and its page."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain

from heatfig.compile.axes.outer_labels import common_labels, outer_labels
from heatfig.compile.beside import Guided, Placed, guides_and_title, ordered
from heatfig.compile.guides.chosen_panels import Chosen
from heatfig.compile.guides.legends import StandingLegend, legends_of
from heatfig.compile.guides.placing import guides_of
from heatfig.compile.page.setup import page_of
from heatfig.compile.page.tags import tags
from heatfig.compile.panel import Draft
from heatfig.compile.sources import plan_sources
from heatfig.compile.texts import titled
from heatfig.compile.view import View
from heatfig.data.cells import Cells
from heatfig.language.model.figure import Figure
from heatfig.language.model.page import Facet, Title
from heatfig.language.read import FigureSpec
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.figure import FigurePlan
from heatfig.plan.panel import PanelPlan
from heatfig.plan.section import Section
from heatfig.plan.shapes import SizeScale
from heatfig.plan.sources import Sources
from heatfig.plan.text import Text
from heatfig.plan.tracks.axis_texts import AxisLabel
from heatfig.plan.tracks.guide import GuideTrack
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True)
class Decided:
    """A plan, where the spec says what stands in it, and the cells of each panel, which know their lines.

    `over` are those of its layers over the first one.
    """

    plan: FigurePlan
    sources: Sources
    cells: tuple[Cells, ...]
    over: tuple[tuple[Cells, ...], ...]


def assembled(spec: FigureSpec, panels: Sequence[Draft]) -> Decided:
    """The figure of its panels: with what they have in common, guides, legends, title and page."""
    document, views = spec.document, [panel.view for panel in panels]
    guides = guides_of(panels, [panel.plan.area for panel in panels])
    legends = legends_of(document, panels)
    own = [_with_legend(beside, legends.own.get(number)) for number, beside in enumerate(guides.own)]
    plans, shared_labels = _panel_plans(document, panels, own, {side for _, (side, _) in guides.chosen})
    shared, chosen = _with_legend(guides.shared, legends.shared), [guide for _, guide in guides.chosen]
    title = titled(document.title)
    plan = FigurePlan(
        title=title,
        panels=tuple(plans),
        scales=_scales(panels),
        size_scales=_size_scales(panels),
        guides=tuple(guide for _, guide in chain(guides.shared, chosen, *own, shared[len(guides.shared) :])),
        sections=tuple(_sections(views, guides.chosen)),
        beside=ordered([*shared_labels, *guides_and_title(shared, title, _side(document.title))]),
        page=page_of(spec),
    )
    marks = [[mark.origin for mark in panel.marks] for panel in panels]
    sources = plan_sources(views, plan, legends.origins, marks)
    over = tuple(tuple(layer.scaled.cells.cells for layer in panel.layers[1:]) for panel in panels)
    return Decided(plan, sources, tuple(panel.cells for panel in panels), over)


def _panel_plans(
    document: Figure, panels: Sequence[Draft], guides: Sequence[Sequence[Guided]], taken: Set[Side]
) -> tuple[list[PanelPlan], list[Placed]]:
    """The panels with their guides; axis labels that all share stand beside the figure where labels are outer.

    At `taken` sides guides stand beside some of the panels.
    """
    names = tags(document.layout.tags, [panel.plan.area for panel in panels])
    plans = list(map(_with_beside, panels, names, guides))
    if document.layout.labels != "outer":
        return plans, []
    plans, sides = common_labels(outer_labels(plans), taken)
    return plans, [(side, AxisLabel()) for side in sides]


def _sections(views: Sequence[View], chosen: Sequence[tuple[Chosen, Guided]]) -> Iterator[Section]:
    """Panels that have guides together, the fewest first, as these stand nearer."""
    for panels in sorted(dict.fromkeys(panels for panels, _ in chosen), key=len):
        beside = [(side, GuideTrack(guide.id)) for some, (side, guide) in chosen if some == panels]
        yield Section(tuple(views[index].id for index in panels), ordered(beside))


def _with_legend(guides: Sequence[Guided], standing: StandingLegend | None) -> list[Guided]:
    """Guides, and behind them a legend."""
    return [*guides, *([(standing.side, standing.legend)] if standing else [])]


def _scales(panels: Sequence[Draft]) -> tuple[ColorScale, ...]:
    """The colour scales of all layers, then those of tracks; each once."""
    layers = [layer.scaled.scale for panel in panels for layer in panel.layers]
    tracks = [track.scale for panel in panels for track in panel.made if track.scale is not None]
    return tuple({scale.id: scale for scale in (*layers, *tracks)}.values())


def _size_scales(panels: Sequence[Draft]) -> tuple[SizeScale, ...]:
    """The scales by which layers have sizes; each once."""
    sizes = (layer.scaled.sized for panel in panels for layer in panel.layers)
    return tuple(dict.fromkeys(sized.scale for sized in sizes if sized is not None))


def _with_beside(panel: Draft, tag: Text, guides: Sequence[Guided]) -> PanelPlan:
    facet, own = panel.view.figure.document.facet, panel.view.spec.settings.title
    title, side = panel.plan.title or tag, _side(own if facet is None else facet)
    placed = [*panel.tracks, *guides_and_title(guides, title, side)]
    return replace(panel.plan, tag=tag, beside=ordered(placed))


def _side(title: Title | Facet | None) -> Side:
    return "top" if title is None else title.side
