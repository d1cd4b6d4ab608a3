"""FigureSpec + Tables → FigurePlan.

FigureSpec ─expand facets─▶ Views ─select rows─▶ label sets ─build─▶ Grids ─resolve─▶ color scales
    ─▶ marks, tracks, guides, missing styles ─▶ FigurePlan
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from heatfig.compile.annotations import annotations
from heatfig.compile.areas import areas
from heatfig.compile.axis_lines import with_lines
from heatfig.compile.beside import Placed, guides_and_title, ordered, panel_beside
from heatfig.compile.cells import PanelCells, panel_cells
from heatfig.compile.check_style import background, check_looks
from heatfig.compile.color_scales import color_scales
from heatfig.compile.colorbars import (
    Standing,
    check_sharing,
    outer_colorbars,
    panel_colorbar,
    shared_colorbar,
    shared_keys,
)
from heatfig.compile.colormaps import resolve_colormap
from heatfig.compile.facets import Loaded, View, expand
from heatfig.compile.legend import Explained, legend_entries
from heatfig.compile.missing import MissingPanel, missing_styles
from heatfig.compile.missing_texts import missing_texts
from heatfig.compile.norms import resolve_norms
from heatfig.compile.outer_labels import common_labels, outer_labels
from heatfig.compile.reasons import reasoned
from heatfig.compile.sources import plan_sources
from heatfig.compile.strokes import frame_of, gap_of
from heatfig.compile.tags import tags
from heatfig.compile.texts import set_in, style_of, titled
from heatfig.compile.tick_styles import with_styles
from heatfig.compile.tracks import panel_tracks
from heatfig.compile.tracks.place import Made
from heatfig.data.cells import Cells
from heatfig.diagnostics import Report
from heatfig.language.model.page import Title
from heatfig.language.read import FigureSpec
from heatfig.language.venues import Venue as Line
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.figure import FigurePlan
from heatfig.plan.guides.legend import Legend
from heatfig.plan.missing import MissingStyle
from heatfig.plan.page import Area, Page, Size, Venue
from heatfig.plan.panel import Normalized, PanelPlan, Value
from heatfig.plan.sources import Sources
from heatfig.plan.text import PLAIN, Side, Text
from heatfig.plan.tracks.axis_texts import AxisLabel
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
    """A panel on its way: its plan so far, its color scale and bar, and what else stands beside it."""

    view: View
    cells: Cells
    plan: PanelPlan
    scale: ColorScale
    bar: Standing | None
    tracks: list[Placed]
    made: list[Made]

    @property
    def keys(self) -> list[tuple[Standing, ColorScale]]:
        """The colorbars of what stands beside it, each with its scale."""
        return [(made.bar, made.scale) for made in self.made if made.bar is not None and made.scale is not None]


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
    layout = areas(spec.document, [view.id for view in views])
    shown = [_shown(view, cells) for view, cells in zip(views, gathered, strict=True)]
    styles = missing_styles(spec, shown, np.concatenate([scale.colormap.all_colors for scale in scales]))
    panels: list[_Panel] = []
    for panel, cells, scale, missing in zip(shown, gathered, scales, styles, strict=True):
        with report.collecting():
            panels.append(_panel(spec, views, panel, layout, cells, scale, missing))
    report.check()
    return _figure(spec, panels)


def _shown(view: View, cells: PanelCells) -> MissingPanel:
    grid, reasons = reasoned(view, cells.grid)
    return MissingPanel(view, grid, _image(view, cells), reasons)


def _image(view: View, cells: PanelCells) -> bool:
    """Whether cells are drawn as one picture."""
    gaps = cells.x.gaps or cells.y.gaps
    asked, many = view.settings.cells.draw, cells.grid.scores.size > MAX_VECTOR_CELLS
    return asked == "image" or (asked == "auto" and many and not gap_of(view, Report()).width and not gaps)


def _panel(
    spec: FigureSpec,
    views: Sequence[View],
    shown: MissingPanel,
    layout: Sequence[Area],
    cells: PanelCells,
    scale: ColorScale,
    missing: tuple[MissingStyle, ...],
) -> _Panel:
    view, image, report = shown.view, shown.image, Report()
    gap = gap_of(view, report)
    frame = frame_of(view, gap, report)
    report.check()
    x, y = with_styles(view, cells, *with_lines(spec, view, cells.x, cells.y))
    plan = PanelPlan(
        id=view.id,
        area=layout[view.index],
        tag=Text(),
        title=view.title,
        value=_value(view),
        y=y,
        x=x,
        parts=cells.parts,
        grid=shown.grid,
        scale=scale.id,
        missing=missing,
        marks=(),
        beside=ordered(()),
        image=image,
        gap=0.0 if image else gap.width,
        lines=None if image or gap.color is None else gap,
        frame=frame,
    )
    plan = replace(plan, marks=(*annotations(view, cells, plan, scale), *missing_texts(view, plan, scale)))
    columns = max(area.column + area.across for area in layout)
    made = panel_tracks(spec, views, view, cells, plan, scale, columns)
    tracks = panel_beside(view, x, y, [(side, one.track) for side, one in made])
    bar = panel_colorbar(spec, view, plan, scale, columns)
    return _Panel(view, cells.cells, plan, scale, bar, tracks, [one for _, one in made])


def _value(view: View) -> Value:
    """What the scores of a panel are, read out as they are annotated."""
    shown = [field for _, asked in view.settings.texts for field in asked.text.fields]
    form = shown[0].format if shown else None
    repeated = view.settings.aggregate
    spread, repeats = (None, None) if repeated is None else (repeated.spread, repeated.repeats)
    moved = tuple(Normalized(asked.using, asked.per) for asked in view.settings.normalize if asked.into is None)
    return Value(view.quantity, view.settings.using, spread, repeats, moved, form)


def _figure(spec: FigureSpec, panels: Sequence[_Panel]) -> Compiled:
    document, views = spec.document, [panel.view for panel in panels]
    layout = [panel.plan.area for panel in panels]
    shared = shared_colorbar(views, [panel.bar for panel in panels])
    check_sharing(spec, views, shared is not None)
    own = [None] * len(panels) if shared else outer_colorbars(views, layout, [panel.bar for panel in panels])
    keys = shared_keys([panel.keys for panel in panels])
    beside = [[] if keys else [key for key, _ in panel.keys] for panel in panels]
    plans = list(map(_with_beside, panels, tags(document.layout.tags, layout), own, beside))
    plans, common = common_labels(outer_labels(plans)) if document.layout.labels == "outer" else (plans, [])
    made = [one for panel in panels for one in panel.made]
    tracks = [entry for one in made for entry in one.entries]
    entries: list[Explained] = [] if document.legend is None else legend_entries(tracks, views, plans)
    style = PLAIN if document.legend is None else style_of(document.legend.style)
    shown = tuple(replace(entry, text=set_in(entry.text, style)) for entry, _ in entries)
    across = None if document.legend is None else document.legend.across
    legend = Legend("legend", shown, across) if shown else None
    side = "bottom" if document.legend is None else document.legend.side
    title = titled(document.title)
    bars = [bar.bar for bar in (shared, *own, *keys, *chain.from_iterable(beside)) if bar is not None]
    scales = [*(panel.scale for panel in panels), *(one.scale for one in made if one.scale is not None)]
    around = [
        *((side, AxisLabel()) for side in common),
        *guides_and_title([shared, *keys], title, _side(document.title), (side, legend) if legend else None),
    ]
    plan = FigurePlan(
        title=title,
        panels=tuple(plans),
        scales=tuple({scale.id: scale for scale in scales}.values()),
        guides=(*bars, *([legend] if legend else [])),
        beside=ordered(around),
        page=_page(spec),
    )
    sources = plan_sources(spec, views, plan, [origin for _, origin in entries])
    return Compiled(plan, sources, tuple(panel.cells for panel in panels))


def _with_beside(panel: _Panel, tag: Text, bar: Standing | None, keys: Sequence[Standing]) -> PanelPlan:
    title, side = panel.plan.title or tag, _side(panel.view.spec.settings.title)
    placed = [*panel.tracks, *guides_and_title([bar, *keys], title, side)]
    return replace(panel.plan, tag=tag, beside=ordered(placed))


def _side(title: Title | None) -> Side:
    return "top" if title is None else title.side


def _page(spec: FigureSpec) -> Page:
    document = spec.document
    cell = (document.size.cell[0], document.size.cell[-1]) if document.size.cell else None
    return Page(
        size=Size(document.page_width, document.size.height, cell),
        background=background(spec),
        families=tuple(document.font.family),
        font_size=document.text_size,
        dpi=document.dpi,
        formats=tuple(document.formats or FORMATS),
        venue=_venue(document.page_venue),
    )


def _venue(asked: Line | None) -> Venue | None:
    if asked is None:
        return None
    return Venue(
        f"{asked.venue} {asked.year}",
        asked.text_width,
        asked.text_height,
        asked.smallest_text,
        asked.largest_text,
        asked.outlined,
    )
