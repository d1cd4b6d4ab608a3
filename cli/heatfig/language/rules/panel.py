"""Rules of one panel."""

from heatfig.language.model.figure import Panel
from heatfig.language.model.page import Facet
from heatfig.language.model.stroke import Gap
from heatfig.language.rules import Rules
from heatfig.language.rules.annotations import check_annotation
from heatfig.language.rules.axes import check_axis, check_likeness, check_panels_of_orders
from heatfig.language.rules.cells import check_cells
from heatfig.language.rules.colors import check_colormap, check_range
from heatfig.language.rules.columns import check_columns
from heatfig.language.rules.conditions import check_conditions
from heatfig.language.rules.normalize import check_normalize
from heatfig.language.rules.parts import check_parts
from heatfig.language.rules.scores import check_scores
from heatfig.language.rules.styles import check_strokes, check_styles
from heatfig.language.rules.transform import check_transform
from heatfig.scales.sides import AXES


def check_panel(panel: Panel, facet: Facet | None, rules: Rules) -> None:
    """The rules of one panel with the figure's settings merged in, but those that need a broken key."""
    if rules.whole("scores"):
        check_scores(panel, rules)
    if rules.whole("transform"):
        check_transform(panel.transform, rules)
    if rules.whole("range") and rules.whole("norm"):
        check_range(panel, rules)
    if rules.whole("colormap"):
        check_colormap(panel, rules)
    if rules.whole("cells"):
        check_cells(panel, rules)
    if rules.whole("gap") and panel.gap is not None:
        _check_gap(panel, panel.gap, rules)
    for name in AXES:
        if rules.whole("axes", name):
            check_axis(panel.axes.of(name), name, rules)
            check_panels_of_orders(panel.axes.of(name), name, rules)
    if rules.whole("axes"):
        check_likeness(panel.axes, rules)
        _check_image(panel, rules)
    if rules.whole("split") and rules.whole("beside"):
        check_parts(panel, rules)
    if rules.whole("annotations") and rules.whole("aggregate"):
        check_annotation(panel, rules)
    if all(rules.whole(key) for key in ("normalize", "annotations", "axes", "value")):
        check_normalize(panel, rules)
    check_columns(panel, facet, rules)
    check_styles(panel, rules)
    check_strokes(panel, rules)
    check_conditions(panel, rules)


def _check_image(panel: Panel, rules: Rules) -> None:
    for name, axis in (("x", panel.axes.x), ("y", panel.axes.y)):
        if panel.cells.draw == "image" and axis.gaps is not None:
            message = "cells drawn as an image have no gaps"
            rules.refuse("contradiction", message, "axes", name, "gaps", hint="cells: vector")
        if panel.cells.draw == "image" and axis.group is not None and axis.group.gap:
            message = "cells drawn as an image have no gaps between groups"
            rules.refuse("contradiction", message, "axes", name, "group", "gap", hint="cells: vector")


def _check_gap(panel: Panel, gap: Gap, rules: Rules) -> None:
    if panel.cells.draw == "image" and gap.width != 0:
        rules.refuse("contradiction", "cells drawn as an image have no gaps", "gap", hint="cells: vector")
    if gap.dash != "solid" and gap.color is None:
        rules.refuse("contradiction", "a gap without a colour has no dashes", "gap", "dash", hint="add color: …")
