"""Rules of one panel."""

from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path
from heatfig.language.model.settings import Settings
from heatfig.language.nodes import Mapping
from heatfig.language.rules import Rules
from heatfig.language.rules.axes import check_axis
from heatfig.language.rules.colors import check_colormap, check_range
from heatfig.language.rules.parts import check_parts
from heatfig.language.rules.scores import check_scores
from heatfig.language.source import Source


def check_settings(
    settings: Settings, node: Mapping, broken: frozenset[Path], source: Source, report: Report
) -> frozenset[Path]:
    """The rules of one panel with the figure's settings merged in, but those that need a broken key.

    Gives back the broken paths with those that break a rule.
    """
    rules = Rules(node, source, report, set(broken))
    if rules.whole("scores"):
        check_scores(settings, rules)
    if rules.whole("range") and rules.whole("norm"):
        check_range(settings, rules)
    if rules.whole("colormap"):
        check_colormap(settings.colormap, rules)
    if settings.cells == "image" and settings.gap:
        rules.refuse("contradiction", "cells drawn as an image have no gaps", "gap", hint="cells: vector")
    for name, axis in (("x", settings.axes.x), ("y", settings.axes.y)):
        if rules.whole("axes", name):
            check_axis(axis, name, rules)
    if rules.whole("split") and rules.whole("strip"):
        check_parts(settings, rules)
    return frozenset(rules.broken)
