"""Which panels share a norm, and every limit resolved over the scores of all that share it."""

from typing import assert_never

import numpy as np

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.quantities import quantity
from heatfig.diagnostics import Problems, Report, problem
from heatfig.language import norms
from heatfig.language.model.colors import Blend
from heatfig.language.read import FigureSpec
from heatfig.plan.grid import Grid, stretches
from heatfig.runtime.arrays import RGB
from heatfig.scales.colors import ColorError, Colormap, blended_table, named_table, parse_color, part_of
from heatfig.scales.norms import Centered, Linear, Log, Norm, Power, SymLog, TwoSlope


def resolve_norms(spec: FigureSpec, views: list[View], gathered: list[PanelCells]) -> list[Norm]:
    """A norm for every view: panels that show the same column share one unless they set a range of their own."""
    groups: dict[object, list[int]] = {}
    for view in views:
        groups.setdefault(_shared_by(spec, view), []).append(view.index)
    resolved: dict[int, Norm] = {}
    report = Report()
    for members in groups.values():
        try:
            norm = resolve_norm(spec, [views[i] for i in members], [gathered[i].grid for i in members])
            resolved.update(dict.fromkeys(members, norm))
        except Problems as found:
            report.found += found.diagnostics
    report.check()
    return [resolved[view.index] for view in views]


def _shared_by(spec: FigureSpec, view: View) -> object:
    asked = spec.document.share.color
    if asked is not None:
        return () if asked else view.index
    return view.index if view.spec.sets("range") or view.spec.sets("norm") else quantity(spec, view)


def resolve_norm(spec: FigureSpec, views: list[View], grids: list[Grid]) -> Norm:
    """The norm over the scores of all views that share it."""
    view = views[0]
    settings, asked = view.settings, view.settings.range
    ends = [_ends(grid, settings.norm == "log") for grid in grids]
    lows, highs = ([end[n] for end in ends if not np.isnan(end[n])] for n in (0, 1))
    place = spec.place(view.origin("norm" if settings.norm == "log" else "range"))
    if settings.norm == "log" and asked.min is None and any(grid.extent.low <= 0 for grid in grids):
        hint = "range: {min: …} above 0 draws them in the colour below the range"
        raise problem("bad-range", "a log norm cannot show scores at or below 0", place, hint)
    if not lows:
        raise problem("bad-range", "a log norm needs a score above 0", place, "norm: linear shows the others")
    low = asked.min if asked.min is not None else float(min(lows))
    high = asked.max if asked.max is not None else float(max(highs))
    center = asked.center
    if center is not None:
        low = min(low, center) if asked.min is None else low
        high = max(high, center) if asked.max is None else high
    if low > high or (low == high and settings.norm == "two-slope"):
        hint = f"the scores run from {min(lows):g} to {max(highs):g}"
        raise problem("bad-range", f"the range from {low:g} to {high:g} is empty", place, hint)
    if max(highs) < low or min(lows) > high:
        hint = f"the scores run from {min(lows):g} to {max(highs):g}"
        raise problem("bad-range", f"no score lies in the range from {low:g} to {high:g}", place, hint)
    return _between(settings.norm, low, high, center)


def _between(asked: norms.Norm, low: float, high: float, center: float | None) -> Norm:
    """The norm that was asked for, with all its limits."""
    match asked:
        case "linear":
            return Linear(low, high) if center is None or low == high else Centered(low, high, center)
        case "log":
            return Log(low, high)
        case "two-slope":
            assert center is not None
            return TwoSlope(low, center, high)
        case norms.SymLog(symlog=threshold):
            return SymLog(low, high, threshold)
        case norms.Power(power=exponent):
            return Power(low, high, exponent)
        case _:
            assert_never(asked)


def _ends(grid: Grid, above_zero: bool) -> tuple[float, float]:
    """The least and the greatest score, of those above 0 if asked; NaN where there is none."""
    low, high = grid.extent.low, grid.extent.high
    if above_zero and low <= 0:
        parts = (grid.scores[rows] for rows in stretches(grid.scores))
        least = [np.fmin.reduce(part, axis=None, where=part > 0, initial=np.nan) for part in parts]
        return float(np.fmin.reduce(least)), high if high > 0 else np.nan
    return low, high


def resolve_colormap(spec: FigureSpec, view: View) -> Colormap:
    """The panel's colormap as a table; raises Problems for unknown names and colours."""
    asked = view.settings.colormap
    report = Report()

    def color(text: str, *path: str | int) -> RGB:
        try:
            return parse_color(text)
        except ColorError as error:
            report.add("bad-color", str(error), spec.place(view.origin("colormap", *path)), error.hint)
            return (0, 0, 0)

    if isinstance(asked, Blend):
        table = blended_table([color(text, "colors", i) for i, text in enumerate(asked.colors)])
        name = ", ".join(asked.colors)
    else:
        name = asked.name
        try:
            table = named_table(name)
        except ColorError as error:
            raise problem(
                "unknown-colormap", str(error), spec.place(view.origin("colormap", "name")), error.hint
            ) from None
    table = part_of(table, asked.first, asked.last)
    under = color(asked.under, "under") if asked.under else None
    over = color(asked.over, "over") if asked.over else None
    report.check()
    return Colormap(name, table, under, over)
