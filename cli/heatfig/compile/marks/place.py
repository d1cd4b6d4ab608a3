"""Where a mark is asked for, and what becomes of it."""

import numpy as np

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.grounds import Grounds
from heatfig.compile.legend import Explained
from heatfig.data.table import At
from heatfig.diagnostics.origin import Origin, Path
from heatfig.plan.marks import Mark
from heatfig.plan.marks.texts import CellTexts, Spot
from heatfig.runtime.arrays import Texts
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class MarkPlace:
    """The panel on whose cells a mark is drawn, and where the spec asks for it."""

    view: View
    panel: PanelCells
    grounds: Grounds
    path: Path
    at: At

    @property
    def origin(self) -> Origin:
        """Where the mark is asked for."""
        return self.view.origin(*self.path)

    def texts(self, texts: Texts, at: Spot, size: float | None) -> CellTexts:
        """Texts that are black or white after their cells' colours."""
        scale = 1.0 if size is None else size / self.view.figure.document.text_size
        return CellTexts(texts, np.zeros(texts.shape, np.bool_), self.grounds.inks(), at=at, scale=scale)


@dataclass(frozen=True)
class Made:
    """A mark of the plan, and what the legend says of it."""

    mark: Mark
    origin: Origin
    entries: tuple[Explained, ...] = ()
