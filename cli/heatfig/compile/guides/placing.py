"""The guides of a figure: which stand beside all panels, and which beside each."""

from collections.abc import Iterable, Sequence

from heatfig.compile.beside import Guided
from heatfig.compile.guides.colorbar import Standing, check_sharing, outer_colorbars, shared_colorbar, shared_keys
from heatfig.compile.guides.sizes import StandingSizes, shared_sizes
from heatfig.compile.panel import Draft
from heatfig.plan.page import Area
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Guides:
    """Guides with their sides: beside all panels, and beside each of them."""

    shared: list[Guided]
    own: list[list[Guided]]


def guides_of(panels: Sequence[Draft], layout: Sequence[Area]) -> Guides:
    """Layer by layer colorbars and legends of sizes, then the colorbars of what stands beside grids."""
    depth = max(len(panel.layers) for panel in panels)
    found = [_of_layer(panels, layout, number) for number in range(depth)]
    found.append(_of_tracks(panels))
    shared = [guide for part in found for guide in part.shared]
    return Guides(shared, [[guide for part in found for guide in part.own[n]] for n in range(len(panels))])


def _of_layer(panels: Sequence[Draft], layout: Sequence[Area], number: int) -> Guides:
    """The guides of a layer; a panel with fewer layers has none."""
    shown = [panel.layers[number] if number < len(panel.layers) else None for panel in panels]
    views = [panel.view if layer is None else layer.view for panel, layer in zip(panels, shown, strict=True)]
    bars = [None if layer is None else layer.bar for layer in shown]
    legends = [None if layer is None else layer.sizes for layer in shown]
    bar, sizes = shared_colorbar(views, bars), shared_sizes([panel.plan for panel in panels], views, legends)
    if any(bars):
        check_sharing(views, bar is not None)
    own_bars = [None] * len(panels) if bar else outer_colorbars(views, layout, bars)
    own_sizes = [None] * len(panels) if sizes else legends
    return Guides(_guided([bar], sizes), [_guided([b], s) for b, s in zip(own_bars, own_sizes, strict=True)])


def _of_tracks(panels: Sequence[Draft]) -> Guides:
    keys = shared_keys([panel.keys for panel in panels])
    own = [[] if keys else [key for key, _ in panel.keys] for panel in panels]
    return Guides(_guided(keys), [_guided(bars) for bars in own])


def _guided(bars: Iterable[Standing | None], sizes: StandingSizes | None = None) -> list[Guided]:
    """Colorbars, and behind them a legend of sizes."""
    shown: list[Guided] = [(bar.side, bar.bar) for bar in bars if bar is not None]
    return [*shown, (sizes.side, sizes.legend)] if sizes else shown
