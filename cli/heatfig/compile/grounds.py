"""The colours on which the texts of cells stand."""

from functools import cached_property

from heatfig.compile.colors import paper
from heatfig.compile.facets import View
from heatfig.compile.sizes import Sized
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import Bytes, Flags
from heatfig.runtime.deferred import dataclass
from heatfig.scales.colors import black_or_white, black_reads_better, wcag_prefers_black

LEAST = 0.3  # the share of a cell that a shape takes which a text stands on rather than on the page


@dataclass(frozen=True, eq=False)
class Grounds:
    """The cells of a panel with their colours; a text on a small shape stands on the page."""

    view: View
    plan: PanelPlan
    scale: ColorScale
    sized: Sized | None

    @cached_property
    def colors(self) -> Bytes:
        """A colour for each cell."""
        colors = self.plan.cell_colors(self.scale)
        if self.sized is not None:
            colors[self.sized.numbers < LEAST * self.sized.scale.max] = paper(self.view.figure)
        return colors

    def inks(self, contrast: str = "looks") -> Bytes:
        """Black or white for each cell, as reads better on it."""
        return black_or_white(_prefers_black(self.colors, contrast))


def _prefers_black(colors: Bytes, contrast: str) -> Flags:
    return black_reads_better(colors) if contrast == "looks" else wcag_prefers_black(colors)
