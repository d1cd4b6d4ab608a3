"""The colours on which the texts of cells stand."""

from collections.abc import Sequence
from functools import cached_property
from typing import assert_never

import numpy as np

from heatfig.compile.colors.named import paper
from heatfig.compile.layers import ScaledLayer
from heatfig.language.model.cells import Contrast
from heatfig.plan.layer import Layer
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import Bytes, Flags
from heatfig.runtime.deferred import dataclass
from heatfig.scales.contrast import black_or_white, black_reads_better, luminance, wcag_prefers_black
from heatfig.scales.words import Spot

LEAST = 0.3  # the share of a cell that a shape takes which a text stands on rather than on what is below

LEGIBLE, FLARE = 3.0, 0.05  # the least contrast of a text, and the light that WCAG adds to each of both


@dataclass(frozen=True, eq=False)
class Grounds:
    """The layers of a panel with their colours; a text on a small shape, or beside one, stands on what is below it."""

    plan: PanelPlan
    layers: Sequence[ScaledLayer]

    @cached_property
    def _middles(self) -> Bytes:
        return self._colors(LEAST)

    @cached_property
    def _edges(self) -> Bytes:
        return self._colors(np.inf)

    def _colors(self, least: float) -> Bytes:
        """A colour for each cell: that of the last layer whose shape takes so much of it."""
        first, *others = self.layers
        colors = self.plan.cell_colors(first.scale)
        if first.view.settings.cells.shaped:
            colors[_smaller(first, least)] = paper(first.view.figure)
        for scaled, layer in zip(others, self.plan.layers, strict=True):
            covered = ~np.isnan(layer.grid.scores) & ~_smaller(scaled, least)
            colors[covered] = layer.cell_colors(scaled.scale)[covered]
        return colors

    def inks(self, at: Spot = "center", contrast: Contrast = "looks") -> Bytes:
        """Black or white for each cell, as reads better on it."""
        return black_or_white(_prefers_black(self._middles if at == "center" else self._edges, contrast))

    def hidden_by(self, inks: Bytes) -> Flags:
        """The cells in whose middle a text of that ink stands on a small shape that is about as dark or light."""
        found = np.zeros(inks.shape[:-1], np.bool_)
        plans: list[PanelPlan | Layer] = [self.plan, *self.plan.layers]
        for scaled, layer in zip(self.layers, plans, strict=True):
            small = _smaller(scaled, LEAST) & _filled(scaled)
            lights = [luminance(colors) + FLARE for colors in (inks, layer.cell_colors(scaled.scale))]
            found |= small & (np.maximum(*lights) < LEGIBLE * np.minimum(*lights))
        return found


def _filled(layer: ScaledLayer) -> Flags:
    """The cells in which a layer fills a shape."""
    cells, sized = layer.view.settings.cells, layer.sized
    if cells.fill == "none" or sized is None:
        return np.zeros(layer.cells.grid.scores.shape, np.bool_)
    return np.asarray(sized.numbers > 0, np.bool_)


def _smaller(layer: ScaledLayer, least: float) -> Flags:
    """The scores whose shapes take less than that of their cells; hollow ones take nothing of them."""
    scores = layer.cells.grid.scores
    if layer.view.settings.cells.fill == "none":
        return ~np.isnan(scores)
    if not layer.view.settings.cells.shaped:
        return np.zeros(scores.shape, np.bool_)
    shares = 1.0 if layer.sized is None else layer.sized.numbers / layer.sized.scale.max
    return np.asarray(~np.isnan(scores) & (shares < least), np.bool_)


def _prefers_black(colors: Bytes, contrast: Contrast) -> Flags:
    match contrast:
        case "looks":
            return black_reads_better(colors)
        case "wcag":
            return wcag_prefers_black(colors)
        case _:
            assert_never(contrast)
