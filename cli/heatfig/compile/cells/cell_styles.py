"""How texts in cells are set: alike, or by what holds for their cells."""

from functools import partial

import numpy as np

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.colors.named import color_at
from heatfig.compile.conditions import ShownFirst, holds
from heatfig.data.table import At
from heatfig.language.conditions import Condition
from heatfig.language.model.cells import Annotation
from heatfig.language.model.style import CellStyle
from heatfig.plan.marks.texts import CellTexts
from heatfig.runtime.arrays import Bytes, Flags, Texts
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import Spot


@dataclass(frozen=True, eq=False)
class CellsStyle:
    """What is said of how the texts of cells are set; `at` leads to where, and `first` is what the texts show first."""

    panel: PanelCells
    spec: Annotation | CellStyle
    at: At
    first: ShownFirst

    def where(self, key: str, condition: Condition) -> Flags:
        """The cells for which a condition holds that stands at a key."""
        return holds(self.panel, condition, partial(self.at, key), self.first)

    def set(self, texts: Texts, spot: Spot, inks: Bytes, text_size: float) -> CellTexts:
        """The texts at a place in their cells, of the inks' colours where none is said."""
        spec = self.spec
        return CellTexts(
            texts=texts,
            bold=self.where("bold", spec.bold),
            colors=self._colors(inks),
            italic=None if spec.italic is False else self.where("italic", spec.italic),
            underline=None if spec.underline is False else self.where("underline", spec.underline),
            at=spot,
            scale=1.0 if spec.size is None else spec.size / text_size,
        )

    def _colors(self, colors: Bytes) -> Bytes:
        spec_color = self.spec.color
        if isinstance(spec_color, str):
            colors[:] = color_at(spec_color, self.at("color"))
        elif spec_color is not None:
            left = np.ones(self.panel.cells.shape, np.bool_)
            for color, condition in spec_color.items():
                chosen = left & holds(self.panel, condition, partial(self.at, "color", color), self.first)
                colors[chosen], left = color_at(color, self.at("color", color)), left & ~chosen
        return colors
