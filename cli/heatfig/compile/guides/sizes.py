"""Legends of sizes: round numbers, and whether the figure needs one or each panel its own."""

from collections.abc import Sequence
from dataclasses import replace

from heatfig.compile.cells.sizes import Sized, field_name, shape_stroke
from heatfig.compile.colors.named import color_at
from heatfig.compile.guides.colorbar import Standing
from heatfig.compile.guides.tick_texts import exact_texts
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.language.model.shapes import Sizes as Spec
from heatfig.plan.guides.sizes import SizeEntry, SizeLegend
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import is_exact
from heatfig.scales.sides import Side
from heatfig.scales.ticks import Scores, linear_choices

SHARED = "sizes"  # the id of the figure's own
MOST = 4


@dataclass(frozen=True)
class StandingSizes:
    """A legend of sizes, and the side at which it stands."""

    side: Side
    legend: SizeLegend


def size_legend(view: View, sized: Sized | None, bar: Standing | None) -> StandingSizes | None:
    """The legend of a panel's sizes, unless it has none; raises Problems for numbers that cannot be shown as asked."""
    spec = view.settings.cells.size
    if spec is None or sized is None or not spec.legend:
        return None
    ticks = _ticks(view, spec, sized.scale.max)
    texts = exact_texts(ticks, spec.format, view.at("cells", "size", "format"))
    label = data_text(field_name(view, spec)) if spec.label is None else spec_text(spec.label)
    entries = tuple(SizeEntry(tick, text) for tick, text in zip(ticks, texts, strict=True))
    cells = view.settings.cells
    said = view.settings.colorbar
    side = spec.side or (bar.side if bar is not None else (said.side if said is not None else None) or "right")
    fill = None if cells.color is None else color_at(cells.color, view.at("cells", "fill"))
    hollow, stroke = cells.fill == "none", shape_stroke(view)
    legend = SizeLegend(view.scoped(SHARED), sized.scale.id, cells.shape, label, entries, hollow, stroke, fill)
    return StandingSizes(side, legend)


def shared_sizes(
    panels: Sequence[PanelPlan], views: Sequence[View], legends: Sequence[StandingSizes | None]
) -> StandingSizes | None:
    """One legend for all panels, where there are several, alike in all that tells how large a shape is."""

    def looks(panel: PanelPlan, standing: StandingSizes | None) -> object:
        legend = None if standing is None else (standing.side, replace(standing.legend, id=""))
        return legend, len(panel.parts), panel.gap, panel.x.narrowest, panel.y.narrowest

    first = legends[0]
    if first is None or len(legends) == 1 or len(set(map(looks, panels, legends))) > 1:
        return None
    return replace(first, legend=replace(first.legend, id=views[0].shared(SHARED)))


def _ticks(view: View, spec: Spec, largest: float) -> Scores:
    """The numbers that are asked for, or round ones up to the largest."""
    if spec.ticks is None:
        choices = linear_choices(0.0, largest, (0.0, largest), lambda ticks: _fits(ticks, spec.format))
        return tuple(tick for tick in choices[0] if tick > 0) if choices else (largest,)
    for index, tick in enumerate(spec.ticks):
        if tick > largest:
            message, place = f"the size {tick:g} is larger than all", view.at("cells", "size", "ticks", index)
            raise problem("tick-outside", message, place, f"the largest is {largest:g}")
    return spec.ticks


def _fits(ticks: Scores, form: str | None) -> bool:
    """Whether there are some sizes among them, none of which the format rounds."""
    shown = [tick for tick in ticks if tick > 0]
    return 1 < len(shown) <= MOST and (form is None or all(is_exact(tick, form) for tick in shown))
