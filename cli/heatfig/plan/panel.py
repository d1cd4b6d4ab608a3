"""One heatmap of a figure."""

from functools import cached_property

import numpy as np

from heatfig.plan.axis import AxisPlan
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.frame import Frame
from heatfig.plan.grid import Grid
from heatfig.plan.layer import Layer
from heatfig.plan.marks import Mark
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.missing import MissingStyle
from heatfig.plan.page import Area
from heatfig.plan.shapes import Shapes
from heatfig.plan.text import Stroke, Text
from heatfig.plan.tracks import Beside
from heatfig.plan.value import Value
from heatfig.runtime.arrays import Bytes, Comparable, Flags
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.stretches import stretches
from heatfig.scales.sides import AxisName


@dataclass(frozen=True, eq=False)
class PanelPlan(Comparable):
    """One heatmap: its cells, the id of the color scale that they are drawn by, what lies on and beside them."""

    id: str
    area: Area
    tag: Text
    title: Text
    value: Value
    y: AxisPlan
    x: AxisPlan
    parts: tuple[str, ...]
    grid: Grid
    scale: str
    shapes: Shapes | None  # none where each score has its whole cell
    layers: tuple[Layer, ...]  # over the cells, in drawing order
    missing: tuple[MissingStyle, ...]
    marks: tuple[Mark, ...]
    beside: Beside
    image: bool
    gap: float
    lines: Stroke | None  # in the gaps
    frame: Frame | None

    def axis(self, name: AxisName) -> AxisPlan:
        """One of its axes."""
        return self.y if name == "y" else self.x

    @property
    def split(self) -> bool:
        """Whether cells show several scores."""
        return self.parts != ("",)

    @cached_property
    def shown(self) -> Flags | None:
        """The cells, by row and column, of which a mask does not hide every part; None where there is no mask."""
        shown = self.grid.shown
        return None if shown is None else np.asarray(shown.any(axis=2), np.bool_)

    @property
    def texts(self) -> CellTexts | None:
        """The first texts in the cells, if there are any."""
        return next((mark for mark in self.marks if isinstance(mark, CellTexts)), None)

    def cell_colors(self, scale: ColorScale) -> Bytes:
        """Colours of shape (rows, columns, parts, 3): colormap(norm(score)), or the missing colour."""
        scores, kinds = self.grid.scores, self.grid.kinds
        colors = np.empty((*scores.shape, 3), np.uint8)
        for rows in stretches(scores):
            colors[rows] = scale.colors(scores[rows])
            for kind, style in enumerate(self.missing):
                colors[rows][kinds[rows] == kind] = style.color
        return colors
