"""One panel by itself, before guides and labels are shared with others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heatfig.compile.axes.lines import with_lines
from heatfig.compile.axes.tick_styles import with_styles
from heatfig.compile.beside import Placed, ordered, panel_beside
from heatfig.compile.cells.grounds import Grounds
from heatfig.compile.cells.missing import MissingPanel
from heatfig.compile.cells.missing_texts import missing_texts
from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.cells.reasons import reasoned
from heatfig.compile.cells.sizes import shapes_of
from heatfig.compile.guides.chosen_panels import lanes_along
from heatfig.compile.guides.colorbar import Standing, panel_colorbar
from heatfig.compile.guides.sizes import StandingSizes, size_legend
from heatfig.compile.layers import ScaledLayer, value_of
from heatfig.compile.marks import panel_marks
from heatfig.compile.marks.place import MadeMark
from heatfig.compile.strokes import frame_of, gap_of
from heatfig.compile.tracks import panel_tracks
from heatfig.compile.tracks.place import MadeTrack
from heatfig.compile.view import View
from heatfig.data.cells import Cells
from heatfig.diagnostics import Report
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.missing import MissingStyle
from heatfig.plan.page import Area
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

MAX_VECTOR_CELLS = 10_000


@dataclass(frozen=True)
class DraftLayer:
    """A layer of a panel, and the guides to its colours and sizes."""

    scaled: ScaledLayer
    bar: Standing | None
    sizes: StandingSizes | None

    @property
    def view(self) -> View:
        """What its spec says."""
        return self.scaled.view


@dataclass(frozen=True)
class Draft:
    """A panel whose guides are not placed yet: its plan, its layers with their guides, tracks and marks."""

    view: View
    cells: Cells
    plan: PanelPlan
    layers: list[DraftLayer]
    tracks: list[Placed]
    made: list[MadeTrack]
    marks: list[MadeMark]

    @property
    def keys(self) -> list[tuple[Standing, ColorScale]]:
        """The colorbars of what stands beside it, each with its scale."""
        return [(made.bar, made.scale) for made in self.made if made.bar is not None and made.scale is not None]


def missing_panel(view: View, cells: PanelCells) -> MissingPanel:
    """A panel's missing cells, by their kinds and reasons."""
    grid, reasons = reasoned(view, cells.grid)
    return MissingPanel(view, grid, _image(view, cells), reasons)


def _image(view: View, cells: PanelCells) -> bool:
    """Whether cells are drawn as one image."""
    gaps = any(axis.gaps or axis.group_gap for axis in (cells.x, cells.y))
    spec, many = view.settings.cells, cells.grid.scores.size > MAX_VECTOR_CELLS
    apart = spec.shaped or cells.over or gap_of(view, Report()).width or gaps
    return spec.draw == "image" or (spec.draw == "auto" and many and not apart)


def draft(
    views: Sequence[View],
    shown: MissingPanel,
    layout: Sequence[Area],
    layers: Sequence[ScaledLayer],
    missing: tuple[MissingStyle, ...],
    palette: tuple[RGB, ...],
) -> Draft:
    """A panel with its marks and tracks; raises Problems for all that the data lack."""
    view, cells = shown.view, layers[0].cells
    bare = _bare(shown, layers, missing, layout[view.index])
    grounds = Grounds(bare, layers)
    marks = panel_marks(view, cells, grounds)
    marks += [MadeMark(text, view.origin("missing")) for text in missing_texts(view, bare, grounds)]
    plan = replace(bare, marks=tuple(one.mark for one in marks))
    columns = max(area.column + area.across for area in layout)
    made = panel_tracks(views, view, cells, plan, layers[0].scale, columns, palette)
    tracks = panel_beside(view, plan, [(side, one.track) for side, one in made])
    lanes = [lanes_along(layer.view, views, layout) for layer in layers]
    guided = list(_with_guides(plan, layers, columns, lanes))
    return Draft(view, cells.cells, plan, guided, tracks, [one for _, one in made], marks)


def _bare(
    shown: MissingPanel, layers: Sequence[ScaledLayer], missing: tuple[MissingStyle, ...], area: Area
) -> PanelPlan:
    """A panel with its cells and axes alone."""
    view, image, cells, report = shown.view, shown.image, layers[0].cells, Report()
    gap = gap_of(view, report)
    frame = frame_of(view, gap, report)
    report.check()
    x, y = with_styles(view, cells, *with_lines(view, cells.x, cells.y))
    return PanelPlan(
        id=view.id,
        area=area,
        tag=Text(),
        title=view.title,
        value=value_of(view, cells.cells.categories),
        y=y,
        x=x,
        parts=cells.parts,
        grid=shown.grid,
        scale=layers[0].scale.id,
        shapes=shapes_of(view, layers[0].sized),
        layers=tuple(layer.plan for layer in layers[1:]),
        missing=missing,
        marks=(),
        beside=ordered(()),
        image=image,
        gap=0.0 if image else gap.width,
        lines=None if image or gap.color is None else gap,
        frame=frame,
    )


def _with_guides(
    plan: PanelPlan, layers: Sequence[ScaledLayer], columns: int, lanes: Sequence[int]
) -> Iterator[DraftLayer]:
    """The layers with their guides; one colorbar for layers of one scale."""
    known: set[str] = set()
    grids = plan.grid, *(layer.grid for layer in plan.layers)
    for scaled, grid, along in zip(layers, grids, lanes, strict=True):
        bar = panel_colorbar(scaled.view, replace(plan, grid=grid), scaled.scale, columns, along)
        yield DraftLayer(scaled, None if scaled.scale.id in known else bar, size_legend(scaled.view, scaled.sized, bar))
        known |= set() if scaled.view.settings.cells.uncolored else {scaled.scale.id}
