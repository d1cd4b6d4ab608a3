"""One figure, decided."""

from functools import cached_property
from typing import Literal

from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides import Guide
from heatfig.plan.layer import Layer
from heatfig.plan.page import Page
from heatfig.plan.panel import PanelPlan
from heatfig.plan.section import Section
from heatfig.plan.shapes import SizeScale
from heatfig.plan.text import Text
from heatfig.plan.tracks import Beside
from heatfig.plan.tracks.guide import GuideTrack
from heatfig.runtime.arrays import Bytes, Comparable
from heatfig.runtime.deferred import dataclass

VERSION: Literal[1] = 1


@dataclass(frozen=True, eq=False)
class FigurePlan(Comparable):
    """One figure: its panels, scales and guides by id, and what stands beside some of the panels, and beside all."""

    title: Text
    panels: tuple[PanelPlan, ...]
    scales: tuple[ColorScale, ...]
    size_scales: tuple[SizeScale, ...]
    guides: tuple[Guide, ...]
    sections: tuple[Section, ...]  # from the grids outward
    beside: Beside
    page: Page
    version: Literal[1] = VERSION

    @property
    def rows(self) -> int:
        """How many rows of panels there are."""
        return max(panel.area.row + panel.area.down for panel in self.panels)

    @property
    def columns(self) -> int:
        """How many columns of panels there are."""
        return max(panel.area.column + panel.area.across for panel in self.panels)

    @cached_property
    def scale_by_id(self) -> dict[str, ColorScale]:
        """The color scales by their ids."""
        return {scale.id: scale for scale in self.scales}

    @cached_property
    def size_scale_by_id(self) -> dict[str, SizeScale]:
        """The scales of sizes by their ids."""
        return {scale.id: scale for scale in self.size_scales}

    @cached_property
    def guide_by_id(self) -> dict[str, Guide]:
        """The guides by their ids."""
        return {guide.id: guide for guide in self.guides}

    @property
    def all_beside(self) -> list[Beside]:
        """What stands beside all panels, then beside each section and each panel."""
        return [self.beside, *(of.beside for of in self.sections), *(panel.beside for panel in self.panels)]

    def guides_in(self, beside: Beside) -> list[Guide]:
        """The guides that stand beside a panel, or beside all of them."""
        return [self.guide_by_id[track.guide] for _, track in beside if isinstance(track, GuideTrack)]

    def scale_of(self, layer: PanelPlan | Layer) -> ColorScale:
        """The color scale that a panel, or a layer over it, is drawn by."""
        return self.scale_by_id[layer.scale]

    def size_scale_of(self, layer: PanelPlan | Layer) -> SizeScale | None:
        """The scale of the sizes of a layer's shapes, if they have some."""
        named = None if layer.shapes is None else layer.shapes.scale
        return None if named is None else self.size_scale_by_id[named]

    def cell_colors(self, panel: PanelPlan) -> Bytes:
        """Colours of a panel's cells, of shape (rows, columns, parts, 3)."""
        return panel.cell_colors(self.scale_of(panel))
