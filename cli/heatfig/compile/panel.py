"""One panel: its plan, before it is known what it has in common with others."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heatfig.compile.axis_lines import with_lines
from heatfig.compile.beside import Placed, ordered, panel_beside
from heatfig.compile.cells import PanelCells
from heatfig.compile.colorbars import Standing, panel_colorbar
from heatfig.compile.facets import View
from heatfig.compile.grounds import Grounds
from heatfig.compile.layers import Drawn, value_of
from heatfig.compile.marks import panel_marks
from heatfig.compile.marks.place import Made as Mark
from heatfig.compile.missing import MissingPanel
from heatfig.compile.missing_texts import missing_texts
from heatfig.compile.reasons import reasoned
from heatfig.compile.size_legends import StandingSizes, size_legend
from heatfig.compile.sizes import shapes_of
from heatfig.compile.strokes import frame_of, gap_of
from heatfig.compile.tick_styles import with_styles
from heatfig.compile.tracks import panel_tracks
from heatfig.compile.tracks.place import Made
from heatfig.data.cells import Cells
from heatfig.diagnostics import Report
from heatfig.language.read import FigureSpec
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

    drawn: Drawn
    bar: Standing | None
    sizes: StandingSizes | None

    @property
    def view(self) -> View:
        """What its spec says."""
        return self.drawn.view


@dataclass(frozen=True)
class Draft:
    """A panel on its way: its plan so far, its layers with their guides, and what else stands beside it."""

    view: View
    cells: Cells
    plan: PanelPlan
    layers: list[DraftLayer]
    tracks: list[Placed]
    made: list[Made]
    marks: list[Mark]

    @property
    def keys(self) -> list[tuple[Standing, ColorScale]]:
        """The colorbars of what stands beside it, each with its scale."""
        return [(made.bar, made.scale) for made in self.made if made.bar is not None and made.scale is not None]


def missing_panel(view: View, cells: PanelCells) -> MissingPanel:
    """What the missing cells of a panel are known by."""
    grid, reasons = reasoned(view, cells.grid)
    return MissingPanel(view, grid, _image(view, cells), reasons)


def _image(view: View, cells: PanelCells) -> bool:
    """Whether cells are drawn as one picture."""
    gaps = any(axis.gaps or axis.group_gap for axis in (cells.x, cells.y))
    asked, many = view.settings.cells, cells.grid.scores.size > MAX_VECTOR_CELLS
    apart = asked.shaped or cells.over or gap_of(view, Report()).width or gaps
    return asked.draw == "image" or (asked.draw == "auto" and many and not apart)


def draft(
    spec: FigureSpec,
    views: Sequence[View],
    shown: MissingPanel,
    layout: Sequence[Area],
    layers: Sequence[Drawn],
    missing: tuple[MissingStyle, ...],
    palette: tuple[RGB, ...],
) -> Draft:
    """A panel with all that stands on its cells and along them; raises Problems for all that the data lack."""
    view, image, report = shown.view, shown.image, Report()
    cells, scale = layers[0].cells, layers[0].scale
    gap = gap_of(view, report)
    frame = frame_of(view, gap, report)
    report.check()
    x, y = with_styles(view, cells, *with_lines(spec, view, cells.x, cells.y))
    plan = PanelPlan(
        id=view.id,
        area=layout[view.index],
        tag=Text(),
        title=view.title,
        value=value_of(view, cells.cells.categories),
        y=y,
        x=x,
        parts=cells.parts,
        grid=shown.grid,
        scale=scale.id,
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
    grounds = Grounds(plan, layers)
    marks = panel_marks(view, cells, grounds)
    marks += [Mark(text, view.origin("missing")) for text in missing_texts(view, plan, grounds)]
    plan = replace(plan, marks=tuple(one.mark for one in marks))
    columns = max(area.column + area.across for area in layout)
    made = panel_tracks(spec, views, view, cells, plan, scale, columns, palette)
    tracks = panel_beside(view, x, y, [(side, one.track) for side, one in made])
    guided = list(_with_guides(spec, plan, layers, columns))
    return Draft(view, cells.cells, plan, guided, tracks, [one for _, one in made], marks)


def _with_guides(spec: FigureSpec, plan: PanelPlan, layers: Sequence[Drawn], columns: int) -> Iterator[DraftLayer]:
    """The layers with their guides; one colorbar for layers of one scale."""
    known: set[str] = set()
    for drawn, grid in zip(layers, (plan.grid, *(layer.grid for layer in plan.layers)), strict=True):
        bar = panel_colorbar(spec, drawn.view, replace(plan, grid=grid), drawn.scale, columns)
        yield DraftLayer(drawn, None if drawn.scale.id in known else bar, size_legend(drawn.view, drawn.sized, bar))
        known |= set() if drawn.view.settings.cells.uncolored else {drawn.scale.id}
