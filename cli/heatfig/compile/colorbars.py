"""Colorbars: what they show, and whether the figure needs one or each panel its own."""

from dataclasses import replace

import numpy as np

from heatfig.compile.facets import View
from heatfig.compile.texts import spec_text
from heatfig.compile.tick_labels import asked_ticks, own_ticks
from heatfig.diagnostics import Report
from heatfig.language.read import FigureSpec
from heatfig.plan.figure import ColorbarPlan, PanelPlan, Ticks


def panel_colorbar(spec: FigureSpec, view: View, panel: PanelPlan) -> PanelPlan:
    """The panel with a colorbar, unless its spec has none."""
    asked = view.settings.colorbar
    if asked is None:
        return panel
    own = asked.ticks is None
    ticks = own_ticks(spec, view, asked.format, panel.norm) if own else asked_ticks(spec, view, asked, panel.norm)
    extent = panel.grid.extent
    bar = ColorbarPlan(
        side=asked.side,
        label=spec_text(asked.label, view.origin("colorbar", "label")),
        norm=panel.norm,
        colormap=panel.colormap,
        ticks=ticks,
        below=extent.low < panel.norm.min,
        above=extent.high > panel.norm.max,
    )
    return replace(panel, colorbar=bar)


def figure_colorbar(views: list[View], panels: list[PanelPlan]) -> tuple[ColorbarPlan | None, list[PanelPlan]]:
    """One colorbar for all panels where they can share it, taken off the panels."""
    bars = [panel.colorbar for panel in panels]
    if len(panels) == 1 or any(bar is None or not _alike(bar, bars[0]) for bar in bars):
        return None, panels
    if any(_per(view) == "panel" for view in views):
        return None, panels
    first = bars[0]
    assert first is not None
    shared = replace(
        first,
        below=any(bar is not None and bar.below for bar in bars),
        above=any(bar is not None and bar.above for bar in bars),
    )
    return shared, [replace(panel, colorbar=None) for panel in panels]


def _per(view: View) -> str | None:
    asked = view.settings.colorbar
    return None if asked is None else asked.per


def _alike(one: ColorbarPlan, other: ColorbarPlan | None) -> bool:
    return (
        other is not None
        and (one.norm, one.side, one.label.content) == (other.norm, other.side, other.label.content)
        and _shown(one.ticks) == _shown(other.ticks)
        and np.array_equal(one.colormap.table, other.colormap.table)
        and (one.colormap.under, one.colormap.over) == (other.colormap.under, other.colormap.over)
    )


def _shown(choices: tuple[Ticks, ...]) -> object:
    return [(ticks.scores, ticks.minor, [text.content for text in ticks.labels]) for ticks in choices]


def check_sharing(spec: FigureSpec, views: list[View], panels: list[PanelPlan], shared: bool) -> None:
    """Refuse `per: figure` where norm, colormap or colorbar differ between panels."""
    report = Report()
    for view in views:
        if _per(view) == "figure" and not shared and len(panels) > 1:
            reason, hint = "their scales differ", "give all panels one range and one colormap, or say per: panel"
            if any(other.settings.colorbar is None or _per(other) == "panel" for other in views):
                reason, hint = "one of them has none or its own", "one `colorbar` for the figure, and none at a panel"
            place = spec.place(view.origin("colorbar", "per"))
            report.add("contradiction", f"the panels cannot share one colorbar: {reason}", place, hint)
    report.check()
