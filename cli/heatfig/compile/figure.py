"""FigureSpec + Tables → FigurePlan.

FigureSpec ─expand facets─▶ Views ─select rows─▶ label sets ─build─▶ Grids ─resolve─▶ color scales
    ─▶ marks, tracks, guides, missing styles ─▶ FigurePlan
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from heatfig.compile.annotations import annotations
from heatfig.compile.areas import panels_across
from heatfig.compile.axis_lines import with_lines
from heatfig.compile.beside import Placed, guides_and_title, ordered, panel_beside
from heatfig.compile.cells import PanelCells, panel_cells
from heatfig.compile.check_style import background, check_looks
from heatfig.compile.color_scales import color_scales
from heatfig.compile.colorbars import Standing, check_sharing, panel_colorbar, shared_colorbar
from heatfig.compile.colormaps import resolve_colormap
from heatfig.compile.facets import Loaded, View, expand
from heatfig.compile.legend import Explained, legend_entries
from heatfig.compile.missing import MissingPanel, missing_styles
from heatfig.compile.norms import resolve_norms
from heatfig.compile.outer_labels import outer_labels
from heatfig.compile.sources import plan_sources
from heatfig.compile.strips import strip_tracks
from heatfig.compile.strokes import frame_of, gap_of
from heatfig.compile.texts import spec_text
from heatfig.data.cells import Cells
from heatfig.diagnostics import Report
from heatfig.language.read import FigureSpec
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.figure import FigurePlan
from heatfig.plan.guides.legend import Legend
from heatfig.plan.missing import MissingStyle
from heatfig.plan.page import Page, Size
from heatfig.plan.panel import Normalized, PanelPlan, Value
from heatfig.plan.sources import Sources
from heatfig.runtime.formats import FORMATS

MAX_VECTOR_CELLS = 10_000

__all__ = ["Compiled", "Loaded", "compile_figure"]


@dataclass(frozen=True)
class Compiled:
    """A plan, where the spec says what stands in it, and the cells of each panel, which know their lines."""

    plan: FigurePlan
    sources: Sources
    cells: tuple[Cells, ...]


@dataclass(frozen=True)
class _Panel:
    """A panel on its way: its plan so far, its color scale, its colorbar and what else stands beside it."""

    view: View
    cells: Cells
    plan: PanelPlan
    scale: ColorScale
    bar: Standing | None
    tracks: list[Placed]


def compile_figure(spec: FigureSpec, tables: Loaded, report: Report) -> Compiled:
    """Decide everything that will be seen; raises Problems for all that the data cannot honour.

    `tables` holds the parsed file for each score file of each panel of the spec, but for those that
    could not be read: what was wrong with these and with the spec stands in `report`, and is raised
    with the rest.
    """
    check_looks(spec, report)
    views = expand(spec, tables, report)
    gathered = panel_cells(spec, views, report)
    report.check()
    norms = resolve_norms(spec, views, gathered)
    scales = color_scales(spec, views, norms, [resolve_colormap(spec, view) for view in views])
    shown = [MissingPanel(view, cells.grid, _image(view, cells)) for view, cells in zip(views, gathered, strict=True)]
    styles = missing_styles(spec, shown, np.concatenate([scale.colormap.all_colors for scale in scales]))
    panels: list[_Panel] = []
    for view, cells, scale, missing in zip(views, gathered, scales, styles, strict=True):
        with report.collecting():
            panels.append(_panel(spec, view, cells, scale, missing))
    report.check()
    return _figure(spec, panels)


def _image(view: View, cells: PanelCells) -> bool:
    """Whether cells are drawn as one picture."""
    asked, many = view.settings.cells.draw, cells.grid.scores.size > MAX_VECTOR_CELLS
    return asked == "image" or (asked == "auto" and many and not gap_of(view, Report()).width)


def _panel(
    spec: FigureSpec, view: View, cells: PanelCells, scale: ColorScale, missing: tuple[MissingStyle, ...]
) -> _Panel:
    report = Report()
    gap = gap_of(view, report)
    frame = frame_of(view, gap, report)
    report.check()
    image = _image(view, cells)
    x, y = with_lines(spec, view, cells.x, cells.y)
    plan = PanelPlan(
        id=view.id,
        title=view.title,
        value=_value(view),
        y=y,
        x=x,
        parts=cells.parts,
        grid=cells.grid,
        scale=scale.id,
        missing=missing,
        marks=(),
        beside=ordered(()),
        image=image,
        gap=0.0 if image else gap.width,
        lines=None if image or gap.color is None else gap,
        frame=frame,
    )
    plan = replace(plan, marks=tuple(annotations(view, cells, plan, scale)))
    tracks = panel_beside(view, x, y, strip_tracks(spec, view, cells))
    return _Panel(view, cells.cells, plan, scale, panel_colorbar(spec, view, plan, scale), tracks)


def _value(view: View) -> Value:
    """What the scores of a panel are, read out as they are annotated."""
    asked = view.settings.annotations
    shown = asked.text.fields if asked is not None else ()
    form = shown[0].format if shown else None
    repeated = view.settings.aggregate
    spread, repeats = (None, None) if repeated is None else (repeated.spread, repeated.repeats)
    moved = tuple(Normalized(asked.using, asked.per) for asked in view.settings.normalize if asked.into is None)
    return Value(view.quantity, view.settings.using, spread, repeats, moved, form)


def _figure(spec: FigureSpec, panels: Sequence[_Panel]) -> Compiled:
    document, views = spec.document, [panel.view for panel in panels]
    shared = shared_colorbar(views, [panel.bar for panel in panels])
    check_sharing(spec, views, shared is not None)
    across = panels_across(document, len(panels))
    plans: Sequence[PanelPlan] = [_with_beside(panel, None if shared else panel.bar) for panel in panels]
    if document.layout.labels == "outer":
        plans = outer_labels(plans, across)
    entries: list[Explained] = [] if document.legend is None else legend_entries(spec, views, plans)
    legend = Legend("legend", tuple(entry for entry, _ in entries)) if entries else None
    side = "bottom" if document.legend is None else document.legend.side
    title = spec_text(document.title)
    own = [] if shared else [panel.bar for panel in panels if panel.bar is not None]
    bars = [standing.bar for standing in ([shared] if shared else own)]
    plan = FigurePlan(
        title=title,
        panels=tuple(plans),
        scales=tuple({panel.scale.id: panel.scale for panel in panels}.values()),
        guides=(*bars, *([legend] if legend else [])),
        beside=ordered(guides_and_title(shared, title, (side, legend) if legend else None)),
        across=across,
        page=_page(spec),
    )
    sources = plan_sources(spec, views, plan, [origin for _, origin in entries])
    return Compiled(plan, sources, tuple(panel.cells for panel in panels))


def _with_beside(panel: _Panel, bar: Standing | None) -> PanelPlan:
    placed = [*panel.tracks, *guides_and_title(bar, panel.plan.title)]
    return replace(panel.plan, beside=ordered(placed))


def _page(spec: FigureSpec) -> Page:
    document = spec.document
    cell = (document.size.cell[0], document.size.cell[-1]) if document.size.cell else None
    return Page(
        size=Size(document.size.width, document.size.height, cell),
        background=background(spec),
        families=tuple(document.font.family),
        font_size=document.font.size,
        dpi=document.dpi,
        formats=tuple(document.formats or FORMATS),
    )
