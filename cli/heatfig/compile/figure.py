"""FigureSpec + Tables → FigurePlan.

FigureSpec ─expand facets─▶ Views ─select rows─▶ label sets ─build─▶ Grids ─resolve─▶ norms
    ─▶ colorbars, annotations, strips, missing styles, legend ─▶ FigurePlan
"""

from typing import Literal

from heatfig.compile.annotations import annotate
from heatfig.compile.check_style import background, check_looks
from heatfig.compile.colorbars import check_sharing, figure_colorbar, panel_colorbar
from heatfig.compile.facets import Loaded, View, expand
from heatfig.compile.legend import legend_entries
from heatfig.compile.missing import missing_styles
from heatfig.compile.norms import resolve_colormap, resolve_norms
from heatfig.compile.scores import Scores, gather
from heatfig.compile.strips import strip_plans
from heatfig.compile.texts import spec_text
from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.page import Size
from heatfig.language.read import FigureSpec
from heatfig.plan.figure import FigurePlan, PanelPlan, SizePlan
from heatfig.runtime.formats import FORMATS
from heatfig.scales.norms import Norm

MAX_VECTOR_CELLS = 10_000
SPLIT_GAP = 1.5

__all__ = ["Loaded", "compile_figure"]


def compile_figure(spec: FigureSpec, tables: Loaded, report: Report) -> FigurePlan:
    """Decide everything that will be seen; raises Problems for all that the data cannot honour.

    `tables` holds the parsed file for each score file of each panel of the spec, but for those that
    could not be read: what was wrong with these and with the spec stands in `report`, and is raised
    with the rest.
    """
    check_looks(spec, report)
    views = expand(spec, tables, report)
    gathered = gather(spec, views, report)
    report.check()
    norms = resolve_norms(spec, views, gathered)
    panels: list[PanelPlan] = []
    for view, scores, norm in zip(views, gathered, norms, strict=True):
        with report.collecting():
            panels.append(_panel(spec, view, scores, norm))
    report.check()
    return _figure(spec, views, panels)


def _panel(spec: FigureSpec, view: View, scores: Scores, norm: Norm) -> PanelPlan:
    settings = view.settings
    colormap = resolve_colormap(spec, view)
    gap = settings.gap if settings.gap is not None else SPLIT_GAP if settings.split else 0.0
    many = scores.grid.scores.size > MAX_VECTOR_CELLS and not gap
    image = settings.cells.draw == "image" or (settings.cells.draw == "auto" and many)
    missing = missing_styles(spec, view, image)
    panel = PanelPlan(
        title=view.title,
        x=scores.x.plan,
        y=scores.y.plan,
        parts=scores.parts,
        grid=scores.grid,
        norm=norm,
        colormap=colormap,
        missing=missing,
        annotations=None,
        score_format=None,
        colorbar=None,
        strips=strip_plans(spec, view, scores),
        image=image,
        gap=0.0 if image else gap,
    )
    return annotate(spec, view, scores, panel_colorbar(spec, view, panel))


def _figure(spec: FigureSpec, views: list[View], panels: list[PanelPlan]) -> FigurePlan:
    document = spec.document
    colorbar, panels = figure_colorbar(views, panels)
    check_sharing(spec, views, panels, colorbar is not None)
    legend = document.legend
    return FigurePlan(
        title=spec_text(document.title, Origin(None, ("title",))),
        panels=tuple(panels),
        columns=min(_columns(document.layout.across, document.facet is not None, len(panels)), len(panels)),
        outer_labels_only=document.layout.labels == "outer",
        colorbar=colorbar,
        legend=() if legend is None else legend_entries(spec, views, panels),
        legend_side="bottom" if legend is None else legend.side,
        background=background(spec),
        families=tuple(document.font.family),
        font_size=document.font.size,
        size=_size(document.size),
        dpi=document.dpi,
        formats=tuple(document.formats or FORMATS),
    )


def _columns(asked: int | Literal["all"] | None, facets: bool, count: int) -> int:
    """Panels in a row: as asked, else all of them; facets make a grid once they are more than four."""
    if isinstance(asked, int):
        return asked
    return count if asked == "all" or not facets or count <= 4 else 4


def _size(size: Size) -> SizePlan:
    cell = (size.cell[0], size.cell[-1]) if size.cell else None
    return SizePlan(size.width, size.height, cell)
