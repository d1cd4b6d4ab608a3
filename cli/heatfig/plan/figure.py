"""FigurePlan: everything that will be seen, decided; nothing placed yet. Types only.

Describing, checking and dumping a figure work on these alone. Arrays are indexed
[row, column, part], row 0 on top and column 0 at the left, whatever the axes' directions.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from heatfig.diagnostics.origin import Origin
from heatfig.plan.grid import Grid, stretches
from heatfig.scales.colors import RGB, Bytes, Colormap
from heatfig.scales.norms import Norm

Side = Literal["left", "right", "top", "bottom"]
Hatch = Literal["none", "rising", "falling", "crossed", "level", "upright"]


@dataclass(frozen=True)
class Text:
    """A text to draw: literal, or with `$…$` as math; `origin` is where the spec asks for it."""

    content: str
    math: bool
    origin: Origin

    def __bool__(self) -> bool:
        return bool(self.content)


@dataclass(frozen=True)
class Group:
    """An outer level's label over the inner labels from `first` up to, not including, `end`."""

    text: Text
    first: int
    end: int


@dataclass(frozen=True)
class AxisPlan:
    """One side of the grid in drawing order: the data's labels, and what its ticks show."""

    labels: tuple[str, ...]
    ticks: tuple[Text | None, ...]
    groups: tuple[Group, ...]
    label: Text
    rotation: float | None
    side: Side


@dataclass(frozen=True)
class Ticks:
    """Scores that have a tick and a label on a colorbar, and those between them that have a short stroke."""

    scores: tuple[float, ...]
    labels: tuple[Text, ...]
    minor: tuple[float, ...]


@dataclass(frozen=True)
class ColorbarPlan:
    """The key to one norm and colormap; ends are pointed where scores lie outside the range.

    Of `ticks`, each fewer than those before, it has the first for which it is long enough, or else the last.
    """

    side: Side
    label: Text
    norm: Norm
    colormap: Colormap
    ticks: tuple[Ticks, ...]
    below: bool
    above: bool


@dataclass(frozen=True)
class StripPlan:
    """Category colours along one axis, one for each cell or, with parts, one for each part."""

    axis: Literal["x", "y"]
    side: Side
    colors: tuple[tuple[RGB, ...], ...]
    categories: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class MissingStyle:
    """How cells of one kind of missing are drawn."""

    label: Text
    color: RGB
    hatch: Hatch


@dataclass(frozen=True, eq=False)
class CellTexts:
    """Annotations of shape (rows, columns, parts): the texts, which are bold, which are black."""

    texts: NDArray[np.object_]
    bold: NDArray[np.bool_]
    black: NDArray[np.bool_]
    origin: Origin


@dataclass(frozen=True, eq=False)
class PanelPlan:
    """One heatmap."""

    title: Text
    x: AxisPlan
    y: AxisPlan
    parts: tuple[str, ...]
    grid: Grid
    norm: Norm
    colormap: Colormap
    missing: tuple[MissingStyle, ...]
    annotations: CellTexts | None
    score_format: str | None
    colorbar: ColorbarPlan | None
    strips: tuple[StripPlan, ...]
    image: bool
    gap: float

    def cell_colors(self) -> Bytes:
        """Colours of shape (rows, columns, parts, 3): colormap(norm(score)), or the missing colour."""
        scores, kinds = self.grid.scores, self.grid.kinds
        colors = np.empty((*scores.shape, 3), np.uint8)
        for rows in stretches(scores):
            colors[rows] = shaded(self.colormap, self.norm, scores[rows])
            for kind, style in enumerate(self.missing):
                colors[rows][kinds[rows] == kind] = style.color
        return colors


def shaded(colormap: Colormap, norm: Norm, scores: NDArray[np.float64]) -> Bytes:
    """Colours of shape (…, 3) for scores; past the norm's limits the limit's colour, or `under` and `over`."""
    colors = colormap.colors(norm.fraction(np.clip(scores, norm.min, norm.max)))
    with np.errstate(invalid="ignore"):
        for outside, color in ((scores < norm.min, colormap.under), (scores > norm.max, colormap.over)):
            if color is not None:
                colors[outside] = color
    return colors


@dataclass(frozen=True)
class LegendEntry:
    """A swatch and what it means."""

    text: Text
    color: RGB
    hatch: Hatch


@dataclass(frozen=True)
class SizePlan:
    """What was asked for, in points: a page width (and height), a cell, or neither."""

    width: float | None
    height: float | None
    cell: tuple[float, float] | None


@dataclass(frozen=True, eq=False)
class FigurePlan:
    """One figure."""

    title: Text
    panels: tuple[PanelPlan, ...]
    columns: int
    outer_labels_only: bool
    colorbar: ColorbarPlan | None
    legend: tuple[LegendEntry, ...]
    legend_side: Side
    background: RGB | None
    families: tuple[str, ...]
    font_size: float
    size: SizePlan
    dpi: int
    formats: tuple[str, ...]
