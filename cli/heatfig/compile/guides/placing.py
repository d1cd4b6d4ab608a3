"""The guides of a figure: which stand beside all panels, which beside some of them, and which beside each."""

from collections.abc import Iterable, Sequence

from heatfig.compile.beside import Guided
from heatfig.compile.guides.chosen_panels import Choice, Chosen, choices
from heatfig.compile.guides.colorbar import (
    Standing,
    check_sharing,
    chosen_colorbar,
    outer_colorbars,
    shared_colorbar,
    shared_keys,
)
from heatfig.compile.guides.sizes import StandingSizes, shared_sizes
from heatfig.compile.panel import Draft, DraftLayer
from heatfig.compile.view import View
from heatfig.plan.page import Area
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Guides:
    """Guides with their sides: beside all panels, beside some that are chosen, and beside each of them."""

    shared: list[Guided]
    chosen: list[tuple[Chosen, Guided]]
    own: list[list[Guided]]


def guides_of(panels: Sequence[Draft], layout: Sequence[Area]) -> Guides:
    """Layer by layer colorbars and legends of sizes, then the colorbars of what stands beside grids."""
    depth = max(len(panel.layers) for panel in panels)
    found = [_of_layer(panels, layout, number) for number in range(depth)]
    found.append(_of_tracks(panels))
    shared = [guide for part in found for guide in part.shared]
    chosen = [guide for part in found for guide in part.chosen]
    return Guides(shared, chosen, [[guide for part in found for guide in part.own[n]] for n in range(len(panels))])


def _of_layer(panels: Sequence[Draft], layout: Sequence[Area], number: int) -> Guides:
    """The guides of a layer; a panel with fewer layers has none."""
    shown = [panel.layers[number] if number < len(panel.layers) else None for panel in panels]
    views = [panel.view if layer is None else layer.view for panel, layer in zip(panels, shown, strict=True)]
    legends = [None if layer is None else layer.sizes for layer in shown]
    chosen = _of_chosen(choices(views, number, layout), views, shown)
    together = {index for some, _ in chosen for index in some}
    bars = [None if layer is None or index in together else layer.bar for index, layer in enumerate(shown)]
    bar, sizes = shared_colorbar(views, bars), shared_sizes([panel.plan for panel in panels], views, legends)
    if any(bars):
        check_sharing(views, bar is not None)
    own_bars = [None] * len(panels) if bar else outer_colorbars(views, layout, bars)
    own_sizes = [None] * len(panels) if sizes else legends
    own = [_guided([one], size) for one, size in zip(own_bars, own_sizes, strict=True)]
    return Guides(_guided([bar], sizes), chosen, own)


def _of_chosen(
    asked: Iterable[Choice], views: Sequence[View], layers: Sequence[DraftLayer | None]
) -> list[tuple[Chosen, Guided]]:
    """The colorbars of panels that are chosen."""
    bars = [None if layer is None else layer.bar for layer in layers]
    scales = ["" if layer is None else layer.scaled.scale.id for layer in layers]
    made = ((choice.panels, chosen_colorbar(choice, views, bars, scales)) for choice in asked)
    return [(panels, (bar.side, bar.bar)) for panels, bar in made if bar is not None]


def _of_tracks(panels: Sequence[Draft]) -> Guides:
    keys = shared_keys([panel.keys for panel in panels])
    own = [[] if keys else [key for key, _ in panel.keys] for panel in panels]
    return Guides(_guided(keys), [], [_guided(bars) for bars in own])


def _guided(bars: Iterable[Standing | None], sizes: StandingSizes | None = None) -> list[Guided]:
    """Colorbars, and behind them a legend of sizes."""
    shown: list[Guided] = [(bar.side, bar.bar) for bar in bars if bar is not None]
    return [*shown, (sizes.side, sizes.legend)] if sizes else shown
