"""FigureSpec + Tables → FigurePlan.

FigureSpec ─expand facets─▶ Views ─share axes─▶ Domains ─pivot, normalize, order─▶ PanelCells ─mask─▶
    norms and color scales ─▶ Drafts (cells, marks, tracks) ─guides, legend─▶ FigurePlan
"""

from collections.abc import Sequence
from itertools import islice

import numpy as np

from heatfig.compile.assembly import Decided, assembled
from heatfig.compile.cells.classes import with_classes
from heatfig.compile.cells.masks import masked_panels
from heatfig.compile.cells.missing import missing_styles
from heatfig.compile.cells.panel_cells import PanelCells, panel_cells
from heatfig.compile.cells.sizes import sizes
from heatfig.compile.colors.check_style import check_style
from heatfig.compile.colors.colormaps import resolve_colormap
from heatfig.compile.colors.scales import color_scales
from heatfig.compile.colors.shared import check_shared
from heatfig.compile.colors.text_scores import with_categories
from heatfig.compile.facets import expand
from heatfig.compile.layers import ScaledLayer
from heatfig.compile.norms import resolve_norms
from heatfig.compile.page.areas import areas
from heatfig.compile.panel import Draft, draft, missing_panel
from heatfig.compile.selection import Loaded
from heatfig.compile.tracks.common import with_common_scales
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.language.read import FigureSpec
from heatfig.runtime.arrays import Bytes
from heatfig.scales.distance import apart_first
from heatfig.scales.palettes import PALETTE


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
    panels = with_common_scales(_drafts(spec, views, gathered, report), report)
    report.check()
    return assembled(spec, panels)


def _drafts(spec: FigureSpec, views: Sequence[View], gathered: Sequence[PanelCells], report: Report) -> list[Draft]:
    """A draft for each panel; raises Problems for all that the data lack."""
    scaled = _scaled_layers([*zip(views, gathered, strict=True)], report)
    layout = areas(spec.document, [view.id for view in views])
    shown = [missing_panel(view, cells) for view, cells in zip(views, gathered, strict=True)]
    colors = _all_colors(scaled)
    styles, palette = missing_styles(shown, colors), apart_first(PALETTE, colors)
    drafts: list[Draft] = []
    for panel, layers, missing in zip(shown, scaled, styles, strict=True):
        with report.collecting():
            drafts.append(draft(views, panel, layout, layers, missing, palette))
    report.check()
    return drafts


def _scaled_layers(panels: Sequence[tuple[View, PanelCells]], report: Report) -> list[list[ScaledLayer]]:
    """The layers of each panel with their scales, which any of them may share."""
    layers = [layer for view, cells in panels for layer in zip(view.layers, cells.layers, strict=True)]
    views, gathered = [view for view, _ in layers], [cells for _, cells in layers]
    sized = sizes(views, gathered, report)
    report.check()
    norms = resolve_norms(views, gathered)
    scales = color_scales(views, norms, [resolve_colormap(view) for view in views])
    scaled = map(with_classes, map(ScaledLayer, views, gathered, scales, sized))
    return [list(islice(scaled, len(view.layers))) for view, _ in panels]


def _all_colors(panels: Sequence[Sequence[ScaledLayer]]) -> Bytes:
    """The colours that a score may have in any layer."""
    return np.concatenate([layer.scale.colormap.all_colors for layers in panels for layer in layers])
