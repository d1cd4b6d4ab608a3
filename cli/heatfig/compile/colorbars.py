"""Colorbars: what they show, and whether the figure needs one or each panel its own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heatfig.compile.facets import View
from heatfig.compile.grid_size import estimated_length
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.tick_labels import asked_ticks, own_ticks
from heatfig.diagnostics import Report
from heatfig.language.read import FigureSpec
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Side, Text

SHARED = "colorbar"  # the id of the figure's own


@dataclass(frozen=True)
class Standing:
    """A colorbar and the side at which it stands."""

    side: Side
    bar: Colorbar


def panel_colorbar(spec: FigureSpec, view: View, panel: PanelPlan, scale: ColorScale) -> Standing | None:
    """The colorbar of a panel, unless its spec has none."""
    asked = view.settings.colorbar
    if asked is None:
        return None
    if asked.ticks is None:
        length = estimated_length(spec, panel, asked.side)
        ticks = own_ticks(spec, view, asked.format, scale.norm, asked.side in {"left", "right"}, length)
    else:
        ticks = asked_ticks(spec, view, asked, scale.norm)
    extent = panel.grid.extent
    label, below, above = _label(view, panel), extent.low < scale.norm.min, extent.high > scale.norm.max
    return Standing(asked.side, Colorbar(f"{SHARED}-{panel.id}", scale.id, label, ticks, below, above))


def _label(view: View, panel: PanelPlan) -> Text:
    """The label that is given, or what the scores are called, where the spec names that and nothing has changed it."""
    asked, value = view.settings.colorbar, panel.value
    if asked is not None and asked.label is not None:
        return spec_text(asked.label)
    if view.settings.value is None or value.normalize:
        return Text()
    return data_text(value.name if value.aggregate is None else f"{value.aggregate} {value.name}")


def shared_colorbar(views: Sequence[View], bars: Sequence[Standing | None]) -> Standing | None:
    """One colorbar for all panels, where there are several and they can share it."""
    first = bars[0]
    if len(bars) == 1 or first is None or any(_per(view) == "panel" for view in views):
        return None
    if any(other is None or _shown(other) != _shown(first) for other in bars):
        return None
    below, above = (any(other and getattr(other.bar, end) for other in bars) for end in ("below", "above"))
    return Standing(first.side, replace(first.bar, id=SHARED, below=below, above=above))


def _shown(standing: Standing) -> object:
    return standing.side, replace(standing.bar, id=SHARED, below=False, above=False)


def _per(view: View) -> str | None:
    asked = view.settings.colorbar
    return None if asked is None else asked.per


def check_sharing(spec: FigureSpec, views: Sequence[View], shared: bool) -> None:
    """Refuse `per: figure` where norm, colormap or colorbar differ between panels."""
    report = Report()
    for view in views:
        if _per(view) == "figure" and not shared and len(views) > 1:
            reason, hint = "their scales differ", "give all panels one range and one colormap, or say per: panel"
            if any(other.settings.colorbar is None or _per(other) == "panel" for other in views):
                reason, hint = "one of them has none or its own", "one `colorbar` for the figure, and none at a panel"
            place = spec.place(view.origin("colorbar", "per"))
            report.add("contradiction", f"the panels cannot share one colorbar: {reason}", place, hint)
    report.check()
