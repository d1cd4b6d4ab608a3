"""Norms: the language's kinds, as those of the scales, each over the scores of all panels that share it."""

from collections.abc import Sequence
from typing import assert_never

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.colors.quantities import shared_by, stops_of
from heatfig.compile.colors.text_scores import has_texts, text_colors
from heatfig.compile.norms.bins import bins
from heatfig.compile.norms.linear import linear
from heatfig.compile.norms.log import log
from heatfig.compile.norms.power import power
from heatfig.compile.norms.quantile import quantile
from heatfig.compile.norms.symlog import symlog
from heatfig.compile.norms.thresholds import thresholds
from heatfig.compile.norms.two_slope import two_slope
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.language.norms import Bins, Power, SymLog, Thresholds
from heatfig.plan.grid import Grid
from heatfig.scales.norms import Anchored, Classes, Norm


def resolve_norms(views: Sequence[View], gathered: Sequence[PanelCells]) -> list[Norm]:
    """A norm for every layer of every panel: those that show the same share one, but for panels with ranges of own."""
    groups: dict[object, list[int]] = {}
    for number, view in enumerate(views):
        groups.setdefault(shared_by(view), []).append(number)
    resolved: dict[int, Norm] = {}
    report = Report()
    for members in groups.values():
        with report.collecting():
            norm = resolve_norm(views[members[0]], [gathered[number].grid for number in members])
            resolved.update(dict.fromkeys(members, norm))
    report.check()
    return [resolved[number] for number in range(len(views))]


def resolve_norm(view: View, grids: Sequence[Grid]) -> Norm:
    """The norm over the scores of all grids that share it, as the first of their views says."""
    if has_texts(view):
        return Classes(len(text_colors(view)))
    if anchors := stops_of(view):
        return Anchored(anchors[0], anchors[-1], anchors)
    return _norm(view, grids)


def _norm(view: View, grids: Sequence[Grid]) -> Norm:
    spec = view.settings.norm
    match spec:
        case "linear":
            return linear(view, grids)
        case "log":
            return log(view, grids)
        case "two-slope":
            return two_slope(view, grids)
        case "quantile":
            return quantile(view, grids)
        case SymLog():
            return symlog(spec, view, grids)
        case Power():
            return power(spec, view, grids)
        case Bins():
            return bins(spec, view, grids)
        case Thresholds():
            return thresholds(spec, view, grids)
        case _:
            assert_never(spec)
