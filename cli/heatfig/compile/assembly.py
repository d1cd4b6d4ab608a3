"""Panels as one figure: what they have in common, its guides, its legend and its page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from heatfig.compile.axes.outer_labels import common_labels, outer_labels
from heatfig.compile.beside import Guided, Placed, guides_and_title, ordered
from heatfig.compile.colors.text_scores import has_texts, text_entries
from heatfig.compile.guides.legend import Explained, legend_entries
from heatfig.compile.guides.placing import guides_of
from heatfig.compile.page.setup import page_of
from heatfig.compile.page.tags import tags
from heatfig.compile.panel import Draft
from heatfig.compile.sources import plan_sources
from heatfig.compile.texts import set_in, style_of, titled
from heatfig.data.cells import Cells
from heatfig.language.model.figure import Figure
from heatfig.language.model.page import Title
from heatfig.language.read import FigureSpec
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.figure import FigurePlan
from heatfig.plan.guides.legend import Legend, LegendEntry, SampleEntry
from heatfig.plan.panel import PanelPlan
from heatfig.plan.shapes import SizeScale
from heatfig.plan.sources import Sources
from heatfig.plan.text import Text
from heatfig.plan.tracks.axis_texts import AxisLabel
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
    """The figure of its panels: with what they have in common, guides, legend, title and page."""
    document, layout = spec.document, [panel.plan.area for panel in panels]
    guides = guides_of(panels, layout)
    plans, shared_labels = _panel_plans(document, panels, tags(document.layout.tags, layout), guides.own)
    entries = _entries(document, panels, plans)
    legend = _legend(document, [entry for entry, _ in entries])
    title = titled(document.title)
    plan = FigurePlan(
        title=title,
        panels=tuple(plans),
        scales=_scales(panels),
        size_scales=_size_scales(panels),
        guides=tuple(guide for _, guide in chain(guides.shared, *guides.own, legend)),
        beside=ordered([*shared_labels, *guides_and_title([*guides.shared, *legend], title, _side(document.title))]),
        page=page_of(spec),
    )
    marks = [[mark.origin for mark in panel.marks] for panel in panels]
    sources = plan_sources([panel.view for panel in panels], plan, [origin for _, origin in entries], marks)
    over = tuple(tuple(layer.scaled.cells.cells for layer in panel.layers[1:]) for panel in panels)
    return Decided(plan, sources, tuple(panel.cells for panel in panels), over)


def _panel_plans(
    document: Figure, panels: Sequence[Draft], names: Sequence[Text], guides: Sequence[Sequence[Guided]]
) -> tuple[list[PanelPlan], list[Placed]]:
    """The panels with their guides; axis labels that all share stand beside the figure where labels are outer."""
    plans = list(map(_with_beside, panels, names, guides))
    if document.layout.labels != "outer":
        return plans, []
    plans, sides = common_labels(outer_labels(plans))
    return plans, [(side, AxisLabel()) for side in sides]


def _scales(panels: Sequence[Draft]) -> tuple[ColorScale, ...]:
    """The colour scales of all layers, then those of tracks; each once."""
    layers = [layer.scaled.scale for panel in panels for layer in panel.layers]
    tracks = [track.scale for panel in panels for track in panel.made if track.scale is not None]
    return tuple({scale.id: scale for scale in (*layers, *tracks)}.values())


def _size_scales(panels: Sequence[Draft]) -> tuple[SizeScale, ...]:
    """The scales by which layers have sizes; each once."""
    sizes = (layer.scaled.sized for panel in panels for layer in panel.layers)
    return tuple(dict.fromkeys(sized.scale for sized in sizes if sized is not None))


def _entries(document: Figure, panels: Sequence[Draft], plans: Sequence[PanelPlan]) -> list[Explained]:
    """What the legend explains: texts that are scores, tracks, marks, and kinds of missing."""
    if document.legend is None:
        return []
    scaled = (layer.scaled for panel in panels for layer in panel.layers)
    texts = (layer for layer in scaled if has_texts(layer.view) and layer.view.settings.colorbar is not None)
    found = [entry for layer in texts for entry in text_entries(layer.view, layer.plan)]
    found += [entry for panel in panels for one in panel.made for entry in one.entries]
    found += [entry for panel in panels for mark in panel.marks for entry in mark.entries]
    return legend_entries(found, [panel.view for panel in panels], plans)


def _legend(document: Figure, entries: Sequence[LegendEntry | SampleEntry]) -> list[Guided]:
    """The legend, where it has something to explain, and its side."""
    if document.legend is None or not entries:
        return []
    style = style_of(document.legend.style)
    shown = [replace(each, text=set_in(each.text, style), heading=set_in(each.heading, style)) for each in entries]
    return [(document.legend.side, Legend("legend", tuple(shown), document.legend.across))]


def _with_beside(panel: Draft, tag: Text, guides: Sequence[Guided]) -> PanelPlan:
    title, side = panel.plan.title or tag, _side(panel.view.spec.settings.title)
    placed = [*panel.tracks, *guides_and_title(guides, title, side)]
    return replace(panel.plan, tag=tag, beside=ordered(placed))


def _side(title: Title | None) -> Side:
    return "top" if title is None else title.side
