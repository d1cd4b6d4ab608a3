"""Where a mark is asked for, and what becomes of it."""

import numpy as np

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.legend import Explained
from heatfig.data.table import At
from heatfig.diagnostics.origin import Origin, Path
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.marks import Mark
from heatfig.plan.marks.texts import CellTexts, Spot
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import Texts
from heatfig.runtime.deferred import dataclass
from heatfig.scales.colors import black_or_white, black_reads_better


@dataclass(frozen=True, eq=False)
class MarkPlace:
    """The panel on whose cells a mark is drawn, and where the spec asks for it."""

    view: View
    panel: PanelCells
    plan: PanelPlan
    scale: ColorScale
    path: Path
    at: At

    @property
    def origin(self) -> Origin:
        """Where the mark is asked for."""
        return self.view.origin(*self.path)

    def texts(self, texts: Texts, at: Spot, size: float | None) -> CellTexts:
        """Texts that are black or white after their cells' colours."""
        colors = black_or_white(black_reads_better(self.plan.cell_colors(self.scale)))
        scale = 1.0 if size is None else size / self.view.figure.document.text_size
        return CellTexts(texts, np.zeros(texts.shape, np.bool_), colors, at=at, scale=scale)


@dataclass(frozen=True)
class Made:
    """A mark of the plan, and what the legend says of it."""

    mark: Mark
    origin: Origin
    entries: tuple[Explained, ...] = ()
