"""Colorbars: their ticks and labels, and whether the figure needs one or each panel its own."""

import math
from dataclasses import replace

import numpy as np

from heatfig.compile.texts import spec_text
from heatfig.compile.ticks import colorbar_ticks
from heatfig.compile.views import View
from heatfig.diagnostics import Report, problem
from heatfig.norm import Log, Norm, TwoSlope
from heatfig.number_format import formatted, is_exact, steps_format
from heatfig.plan import ColorbarPlan, PanelPlan, Text
from heatfig.spec.model.colors import ColorbarSpec
from heatfig.spec.read import FigureSpec


def panel_colorbar(spec: FigureSpec, view: View, panel: PanelPlan) -> PanelPlan:
    """The panel with a colorbar, unless its spec has none."""
    asked = view.settings.colorbar
    if asked == "none":
        return panel
    own = asked.ticks is None
    ticks = _own_ticks(spec, view, asked.format, panel.norm) if own else _asked_ticks(spec, view, asked, panel)
    extent = panel.grid.extent
    bar = ColorbarPlan(
        side=asked.side,
        label=spec_text(asked.label, view.origin("colorbar", "label")),
        norm=panel.norm,
        colormap=panel.colormap,
        ticks=ticks,
        tick_labels=_tick_labels(spec, view, asked, ticks, panel.norm),
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
    return None if asked == "none" else asked.per


def _alike(one: ColorbarPlan, other: ColorbarPlan | None) -> bool:
    return (
        other is not None
        and (one.norm, one.ticks, one.side, one.label.content)
        == (other.norm, other.ticks, other.side, other.label.content)
        and [t.content for t in one.tick_labels] == [t.content for t in other.tick_labels]
        and np.array_equal(one.colormap.table, other.colormap.table)
        and (one.colormap.under, one.colormap.over) == (other.colormap.under, other.colormap.over)
    )


def check_sharing(spec: FigureSpec, views: list[View], panels: list[PanelPlan], shared: bool) -> None:
    """Refuse `per: figure` where norm, colormap or colorbar differ between panels."""
    report = Report()
    for view in views:
        if _per(view) == "figure" and not shared and len(panels) > 1:
            reason, hint = "their scales differ", "give all panels one range and one colormap, or say per: panel"
            if any(other.settings.colorbar == "none" or _per(other) == "panel" for other in views):
                reason, hint = "one of them has none or its own", "one `colorbar` for the figure, and none at a panel"
            place = spec.place(view.origin("colorbar", "per"))
            report.add("contradiction", f"the panels cannot share one colorbar: {reason}", place, hint)
    report.check()


def _own_ticks(spec: FigureSpec, view: View, form: str | None, norm: Norm) -> tuple[float, ...]:
    """About five round ticks; with a format fewer, but two, if it takes that for it to write them as they are."""
    choices = list(colorbar_ticks(norm))
    if form is None:
        return choices[0]
    for ticks in choices:
        if (len(ticks) > 1 or norm.min == norm.max) and all(is_exact(tick, form) for tick in ticks):
            return ticks
    message = f"the format '{form}' cannot write round scores from {norm.min:g} to {norm.max:g} as they are"
    hint = f"{steps_format(choices[0])} can; or name the ticks: ticks: [{norm.min:g}, {norm.max:g}]"
    raise problem("bad-format", message, spec.place(view.origin("colorbar", "format")), hint)


def _asked_ticks(spec: FigureSpec, view: View, asked: ColorbarSpec, panel: PanelPlan) -> tuple[float, ...]:
    report = Report()
    norm = panel.norm
    slack = 1e-9 * (norm.min if isinstance(norm, Log) else norm.max - norm.min)
    for index, tick in enumerate(asked.ticks or ()):
        place = spec.place(view.origin("colorbar", "ticks", index))
        if not norm.min - slack <= tick <= norm.max + slack:
            hint = f"the range is {norm.min:g} to {norm.max:g}"
            report.add("tick-outside", f"the tick {tick:g} is outside the range", place, hint)
        elif tick in (asked.ticks or ())[:index]:
            report.add("listed-twice", f"the tick {tick:g} is listed twice", place)
    report.check()
    return tuple(sorted(asked.ticks or ()))


def _tick_labels(
    spec: FigureSpec, view: View, asked: ColorbarSpec, ticks: tuple[float, ...], norm: Norm
) -> tuple[Text, ...]:
    origin = view.origin("colorbar", "format")
    if asked.format is None and isinstance(norm, Log) and all(math.log10(tick).is_integer() for tick in ticks):
        return tuple(Text(f"$10^{{{round(math.log10(tick))}}}$", True, origin) for tick in ticks)
    report = Report()
    texts = []
    for tick in ticks:
        form = asked.format or steps_format(_alike_ticks(tick, ticks, norm))
        try:
            texts.append(Text(formatted(tick, form), False, origin))
        except ValueError as error:
            report.add("bad-format", f"the format '{form}' does not fit: {error}", spec.place(origin))
    report.check()
    for index, text in enumerate(texts[1:]):
        if text.content == texts[index].content:
            message = f"the ticks {ticks[index]:g} and {ticks[index + 1]:g} are both written '{text.content}'"
            hint = f"{steps_format(ticks)} tells them apart"
            raise problem("bad-format", message, spec.place(origin), hint)
    return tuple(texts)


def _alike_ticks(tick: float, ticks: tuple[float, ...], norm: Norm) -> tuple[float, ...]:
    """The ticks that are written with one number of decimals: each slope of two has its own."""
    if not isinstance(norm, TwoSlope):
        return ticks
    return tuple(other for other in ticks if (other < norm.center) == (tick < norm.center))
