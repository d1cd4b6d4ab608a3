"""Which panels share a norm, resolved over the scores of all that share it."""

from collections.abc import Sequence
from typing import assert_never

import numpy as np

from heatfig.compile.cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.quantities import shared_by, stops_of
from heatfig.compile.ranges import Limits, limits
from heatfig.compile.text_scores import has_texts, text_colors
from heatfig.diagnostics import Problems, Report, problem
from heatfig.language import norms
from heatfig.plan.grid import Grid
from heatfig.runtime.arrays import Floats
from heatfig.scales.norms import Anchored, Centered, Classes, Linear, Log, Norm, Power, Stepped, SymLog, TwoSlope
from heatfig.scales.norms.quantile import quantile

MOST_RANKED = 10_000_000  # scores that are looked at for quantiles; of more, rows at equal steps


def resolve_norms(views: Sequence[View], gathered: Sequence[PanelCells]) -> list[Norm]:
    """A norm for every layer of every panel: those that show the same share one, but for panels with ranges of own."""
    groups: dict[object, list[int]] = {}
    for number, view in enumerate(views):
        groups.setdefault(shared_by(view), []).append(number)
    resolved: dict[int, Norm] = {}
    report = Report()
    for members in groups.values():
        try:
            norm = resolve_norm([views[i] for i in members], [gathered[i].grid for i in members])
            resolved.update(dict.fromkeys(members, norm))
        except Problems as found:
            report.found += found.diagnostics
    report.check()
    return [resolved[number] for number in range(len(views))]


def resolve_norm(views: list[View], grids: list[Grid]) -> Norm:
    """The norm over the scores of all views that share it."""
    if has_texts(views[0]):
        return Classes(len(text_colors(views[0])))
    anchors = stops_of(views[0])
    if anchors:
        return Anchored(anchors[0], anchors[-1], anchors)
    found = limits(views[0], grids)
    if views[0].settings.norm == "quantile":
        return quantile(_scores(grids), found.low, found.high)
    return _between(views[0].settings.norm, found, views[0])


def _scores(grids: list[Grid]) -> Floats:
    """The scores of some grids, of very large ones a part."""
    step = max(1, sum(grid.scores.size for grid in grids) // MOST_RANKED)
    parts = [grid.scores[::step].ravel() for grid in grids]
    return np.concatenate([part[~np.isnan(part)] for part in parts])


def _between(asked: norms.Norm, found: Limits, view: View) -> Norm:
    """The norm that was asked for, with all its limits."""
    low, high, center = found.low, found.high, found.center
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
        case norms.Bins(bins=count):
            return _binned(count, low, high, view)
        case norms.Thresholds(thresholds=edges):
            return _stepped(edges, found, view)
        case "quantile":
            raise AssertionError("made of all scores")
        case _:
            assert_never(asked)


def _binned(count: int, low: float, high: float, view: View) -> Norm:
    """Classes of equal parts of a range; around one score of a range that is a little wider."""
    edges, asked = np.linspace(low, high, count + 1), view.settings.range
    if not (np.diff(edges) > 0).all():
        past = max(1.0, abs(low) / 1000)
        ends = low if asked.min is not None else low - past, high if asked.max is not None else high + past
        edges = np.linspace(*ends, count + 1)
    inner = tuple(edges.tolist())
    return Stepped(inner[0], inner[-1], inner[1:-1], inner)


def _stepped(edges: tuple[float, ...], found: Limits, view: View) -> Norm:
    """Classes; the outer ones reach as far as the scores do, or a little past the edges."""
    asked, past = view.settings.range, (edges[-1] - edges[0]) / max(1, len(edges) - 1) or 1.0
    for edge, outside in (
        (edges[0], asked.min is not None and asked.min >= edges[0]),
        (edges[-1], asked.max is not None and asked.max <= edges[-1]),
    ):
        if outside:
            message = f"the threshold {edge:g} is not inside the range"
            raise problem("bad-range", message, view.at("range"), "leave the range out, or widen it")
    low = found.low if found.low < edges[0] else edges[0] - past
    high = found.high if found.high > edges[-1] else edges[-1] + past
    known = (*([low] if asked.min is not None else []), *edges, *([high] if asked.max is not None else []))
    return Stepped(low, high, edges, known)
