"""Colorbars: what they show, and whether panels share one."""

from collections.abc import Sequence
from dataclasses import replace

from heatfig.compile.colors.quantities import quantity_label
from heatfig.compile.colors.text_scores import has_texts
from heatfig.compile.guides.bar_ticks import SHORTEST_BAR, bar_ticks
from heatfig.compile.guides.chosen_panels import Choice
from heatfig.compile.guides.grid_size import estimated_length
from heatfig.compile.page.areas import beside
from heatfig.compile.texts import set_in, style_of, titled
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.language.model.colorbar import Colorbar as Spec
from heatfig.language.read import FigureSpec
from heatfig.language.scalars import Share
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.page import Area
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

SHARED = "colorbar"  # the id of the figure's own
LEVEL = 0.5  # length of a bar below a low grid, of its width: a longer one would look like a row of cells


@dataclass(frozen=True)
class Standing:
    """A colorbar with its side, the format of its ticks, and whether the spec lists these."""

    side: Side
    bar: Colorbar
    named: bool
    format: str | None


def panel_colorbar(view: View, panel: PanelPlan, scale: ColorScale, columns: int, lanes: int = 1) -> Standing | None:
    """The colorbar of a panel, if it has one: along `lanes` panels, on a page with `columns` panels in a row."""
    spec = view.settings.colorbar
    if spec is None or has_texts(view) or view.settings.cells.uncolored:
        return None
    at = spec.side or usual_side(view.figure, panel)
    share, length = _length(spec, LEVEL if spec.side is None and at == "bottom" else 1.0)
    side = length or share * lanes * estimated_length(view.figure, panel, columns, at)
    extent, pointed = panel.grid.extent, spec.extend == "auto"
    ticks = bar_ticks(view, spec, scale.norm, at in {"left", "right"}, side, panel.grid.whole)
    style = style_of(spec.style)
    ticks = replace(ticks, labels=tuple(set_in(text, style) for text in ticks.labels))
    below, above = (pointed and past for past in (extent.low < scale.norm.min, extent.high > scale.norm.max))
    label = titled(spec.label, quantity_label(view))
    name, align = f"{view.shared(SHARED)}-{panel.id}", spec.align or "center"
    bar = Colorbar(name, scale.id, label, ticks, below, above, length, share, spec.thickness, align)
    return Standing(at, bar, spec.ticks is not None, spec.format)


def usual_side(spec: FigureSpec, panel: PanelPlan) -> Side:
    """The side of a colorbar by default: below a single grid that is lower than a bar is long, else at the right.

    On a page with a given height a bar below would take too much of it.
    """
    alone = len(spec.panels) == 1 and spec.document.facet is None and spec.document.size.height is None
    high, wide = (estimated_length(spec, panel, 1, side) for side in ("right", "bottom"))
    return "bottom" if alone and high < SHORTEST_BAR and wide > 2 * SHORTEST_BAR else "right"


def _length(spec: Spec, usual: float) -> tuple[float, float | None]:
    """The share of the grid's side that a bar takes, and its length if that is given instead."""
    return (float(spec.length), None) if isinstance(spec.length, Share) else (usual, spec.length)


def shared_colorbar(views: Sequence[View], bars: Sequence[Standing | None]) -> Standing | None:
    """One colorbar for all panels, if there are several and they can share it."""
    first = bars[0]
    if len(bars) == 1 or first is None or any(_per(view) == "panel" for view in views):
        return None
    if any(other is None or _shown(other) != _shown(first) for other in bars):
        return None
    return _of_all(replace(first, bar=replace(first.bar, id=views[0].shared(SHARED))), bars)


def _of_all(first: Standing, bars: Sequence[Standing | None]) -> Standing:
    """The first colorbar, with each end pointed that is pointed in any of them."""
    below, above = (any(other and getattr(other.bar, end) for other in bars) for end in ("below", "above"))
    return replace(first, bar=replace(first.bar, below=below, above=above))


def outer_colorbars(
    views: Sequence[View], areas: Sequence[Area], bars: Sequence[Standing | None]
) -> list[Standing | None]:
    """The colorbar of each panel, without those that the next panel outward shows as well."""
    found = list(bars)
    for index, standing in enumerate(bars):
        last = _outermost(index, views, areas, bars)
        outer = found[last]
        if standing is not None and outer is not None and last != index:
            below, above = outer.bar.below or standing.bar.below, outer.bar.above or standing.bar.above
            found[last] = replace(outer, bar=replace(outer.bar, below=below, above=above))
            found[index] = None
    return found


def _outermost(index: int, views: Sequence[View], areas: Sequence[Area], bars: Sequence[Standing | None]) -> int:
    """The outermost panel, towards the colorbar's side, of the neighbours that show the same one."""
    standing = bars[index]
    if standing is None or _per(views[index]) == "panel":
        return index
    for other, bar in enumerate(bars):
        alike = bar is not None and _shown(bar) == _shown(standing) and _per(views[other]) != "panel"
        if alike and beside(areas[index], areas[other], standing.side):
            return _outermost(other, views, areas, bars)
    return index


def chosen_colorbar(
    choice: Choice, views: Sequence[View], bars: Sequence[Standing | None], scales: Sequence[str]
) -> Standing | None:
    """The colorbar that chosen panels share; raises Problems for panels that cannot share it."""
    first = bars[choice.by.index]
    if first is None:
        return None
    report = Report()
    for index in choice.panels:
        view, bar = views[index], bars[index]
        if scales[index] != first.bar.scale:
            message = f"'{choice.by.name}' and '{view.name}' cannot share one colorbar: their scales differ"
            hint = "give both one value, range and colormap, or share: {color: true}"
            report.add("contradiction", message, choice.at(), hint)
        elif view.spec.sets("colorbar") and (bar is None or _shown(bar) != _shown(first)):
            message = f"this panel shares the colorbar of '{choice.by.name}', and says otherwise what it is like"
            report.add("contradiction", message, view.at("colorbar"), "say it once, where `for` stands")
    report.check()
    return _of_all(first, [bars[index] for index in choice.panels])


def shared_keys(keys: Sequence[Sequence[tuple[Standing, ColorScale]]]) -> list[Standing]:
    """The colorbars of tracks that all of several panels have alike."""

    def looks(standing: Standing, scale: ColorScale) -> object:
        return _shown(replace(standing, bar=replace(standing.bar, scale=""))), scale.norm, scale.colormap

    first, *others = [[looks(*key) for key in of_panel] for of_panel in keys]
    return [key for key, _ in keys[0]] if others and all(other == first for other in others) else []


def _shown(standing: Standing) -> object:
    """What must agree between colorbars to be shared: all but their ends, and ticks that follow from the length."""
    ticks = standing.bar.ticks if standing.named else None
    return standing.side, standing.bar.scale, standing.bar.label, ticks, standing.format


def _per(view: View) -> str | None:
    spec = view.settings.colorbar
    return None if spec is None else spec.per


def check_sharing(views: Sequence[View], shared: bool) -> None:
    """Raise Problems for `per: figure` if norm, colormap or colorbar differ between panels."""
    report = Report()
    for view in views:
        if _per(view) == "figure" and not shared and len(views) > 1:
            reason = "their scales differ"
            hint = "share: {color: true} gives panels of one range and colormap one scale; or say per: panel"
            if any(other.settings.colorbar is None or _per(other) == "panel" for other in views):
                reason, hint = "one of them has none or its own", "one `colorbar` for the figure, and none at a panel"
            place = view.at("colorbar", "per")
            report.add("contradiction", f"the panels cannot share one colorbar: {reason}", place, hint)
    report.check()
