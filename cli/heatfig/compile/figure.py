"""FigureSpec + Tables → FigurePlan.

FigureSpec ─expand facets─▶ Views ─share axes─▶ Domains ─pivot, normalize, order─▶ PanelCells ─mask─▶
    norms and color scales ─▶ Drafts (cells, marks, tracks) ─guides, legend─▶ FigurePlan
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

import numpy as np

from heatfig.compile.axes.outer_labels import common_labels, outer_labels
from heatfig.compile.beside import Guided, guides_and_title, ordered
from heatfig.compile.cells.masks import masked_panels
from heatfig.compile.cells.missing import missing_styles
from heatfig.compile.cells.panel_cells import PanelCells, panel_cells
from heatfig.compile.cells.sizes import sizes
from heatfig.compile.colors.check_style import check_style
from heatfig.compile.colors.colormaps import resolve_colormap
from heatfig.compile.colors.scales import color_scales
from heatfig.compile.colors.shared import check_shared
from heatfig.compile.colors.text_scores import has_texts, text_entries, with_categories
from heatfig.compile.facets import Loaded, View, expand
from heatfig.compile.guides.legend import Explained, legend_entries
from heatfig.compile.guides.placing import guides_of
from heatfig.compile.layers import Drawn
from heatfig.compile.norms import resolve_norms
from heatfig.compile.page.areas import areas
from heatfig.compile.page.setup import page_of
from heatfig.compile.page.tags import tags
from heatfig.compile.panel import Draft, draft, missing_panel
from heatfig.compile.sources import plan_sources
from heatfig.compile.texts import set_in, style_of, titled
from heatfig.compile.tracks.common import with_common_scales
from heatfig.data.cells import Cells
from heatfig.diagnostics import Report
from heatfig.language.model.figure import Figure
from heatfig.language.model.page import Title
from heatfig.language.read import FigureSpec
from heatfig.plan.figure import FigurePlan
from heatfig.plan.guides.legend import Legend, LegendEntry, SampleEntry
from heatfig.plan.panel import PanelPlan
from heatfig.plan.sources import Sources
from heatfig.plan.text import Text
from heatfig.plan.tracks.axis_texts import AxisLabel
from heatfig.runtime.arrays import Bytes
from heatfig.runtime.deferred import dataclass
from heatfig.scales.distance import apart_first
from heatfig.scales.palettes import PALETTE
from heatfig.scales.sides import Side

__all__ = ["Decided", "Loaded", "compile_figure"]


@dataclass(frozen=True)
class Decided:
    """A plan, where the spec says what stands in it, and the cells of each panel, which know their lines.

    `over` are those of its layers over the first one.
    """

    plan: FigurePlan
    sources: Sources
    cells: tuple[Cells, ...]
    over: tuple[tuple[Cells, ...], ...]


def compile_figure(spec: FigureSpec, tables: Loaded, report: Report) -> Decided:
    """Decide everything that will be seen; raises Problems for all that the data cannot honour.

    `tables` holds the parsed file for each score file of each panel of the spec, but for those that
    could not be read: what was wrong with these and with the spec stands in `report`, and is raised
    with the rest.
    """
    check_style(spec, report)
    views = with_categories(expand(spec, tables, report), report)
    check_shared(views, report)
    gathered = panel_cells(views, report)
    report.merge()
    report.check()
    gathered = masked_panels(views, gathered, report)
    report.check()
    drawn = _drawn([*zip(views, gathered, strict=True)], report)
    layout = areas(spec.document, [view.id for view in views])
    shown = [missing_panel(view, cells) for view, cells in zip(views, gathered, strict=True)]
    colors = _all_colors(drawn)
    styles, palette = missing_styles(shown, colors), apart_first(PALETTE, colors)
    panels: list[Draft] = []
    for panel, layers, missing in zip(shown, drawn, styles, strict=True):
        with report.collecting():
            panels.append(draft(views, panel, layout, layers, missing, palette))
    report.check()
    panels = with_common_scales(panels, report)
    report.check()
    return _figure(spec, panels)


def _drawn(panels: Sequence[tuple[View, PanelCells]], report: Report) -> list[list[Drawn]]:
    """The layers of each panel with their scales, which any of them may share."""
    layers = [layer for view, cells in panels for layer in zip(view.layers, cells.layers, strict=True)]
    views, gathered = [view for view, _ in layers], [cells for _, cells in layers]
    sized = sizes(views, gathered, report)
    report.check()
    norms = resolve_norms(views, gathered)
    scales = color_scales(views, norms, [resolve_colormap(view) for view in views])
    drawn = map(Drawn, views, gathered, scales, sized)
    return [list(islice(drawn, len(view.layers))) for view, _ in panels]


def _all_colors(panels: Sequence[Sequence[Drawn]]) -> Bytes:
    """The colours that a score may have in any layer."""
    return np.concatenate([layer.scale.colormap.all_colors for layers in panels for layer in layers])


def _figure(spec: FigureSpec, panels: Sequence[Draft]) -> Decided:
    document, views = spec.document, [panel.view for panel in panels]
    layout = [panel.plan.area for panel in panels]
    guides = guides_of(panels, layout)
    plans = list(map(_with_beside, panels, tags(document.layout.tags, layout), guides.own))
    plans, common = common_labels(outer_labels(plans)) if document.layout.labels == "outer" else (plans, [])
    entries = _entries(document, panels, plans)
    explained = _legend(document, [entry for entry, _ in entries])
    title = titled(document.title)
    layers = [layer.drawn for panel in panels for layer in panel.layers]
    beside = [one.scale for panel in panels for one in panel.made if one.scale is not None]
    labels = [(side, AxisLabel()) for side in common]
    plan = FigurePlan(
        title=title,
        panels=tuple(plans),
        scales=tuple({scale.id: scale for scale in (*(layer.scale for layer in layers), *beside)}.values()),
        size_scales=tuple(dict.fromkeys(layer.sized.scale for layer in layers if layer.sized is not None)),
        guides=tuple(guide for _, guide in chain(guides.shared, *guides.own, explained)),
        beside=ordered([*labels, *guides_and_title([*guides.shared, *explained], title, _side(document.title))]),
        page=page_of(spec),
    )
    sources = plan_sources(
        views,
        plan,
        [origin for _, origin in entries],
        [[mark.origin for mark in panel.marks] for panel in panels],
    )
    over = tuple(tuple(layer.drawn.cells.cells for layer in panel.layers[1:]) for panel in panels)
    return Decided(plan, sources, tuple(panel.cells for panel in panels), over)


def _entries(document: Figure, panels: Sequence[Draft], plans: Sequence[PanelPlan]) -> list[Explained]:
    """What the legend explains: texts that are scores, tracks, marks, and kinds of missing."""
    if document.legend is None:
        return []
    drawn = (layer.drawn for panel in panels for layer in panel.layers)
    texts = (layer for layer in drawn if has_texts(layer.view) and layer.view.settings.colorbar is not None)
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
