"""How tick labels and names of groups are set: alike, or by what holds for a cell of theirs."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from heatfig.compile.axes.line_styles import line_styles
from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.texts import set_in
from heatfig.compile.view import View
from heatfig.language.model.style import LabelStyle
from heatfig.plan.axis import AxisPlan, Group
from heatfig.scales.sides import AxisName


def with_styles(view: View, panel: PanelCells, x: AxisPlan, y: AxisPlan) -> tuple[AxisPlan, AxisPlan]:
    """Both axes with their labels set as the spec says; raises Problems for colours and columns that are none."""
    return _styled(view, panel, "x", x), _styled(view, panel, "y", y)


def _styled(view: View, panel: PanelCells, name: AxisName, axis: AxisPlan) -> AxisPlan:
    spec: LabelStyle = view.settings.axes.of(name).style
    styles = list(line_styles(panel, spec, name, partial(view.at, "axes", name, "style")))
    shown = (replace(t, text=set_in(t.text, styles[min(int(t.at), len(styles) - 1)])) for t in axis.ticks)
    return replace(axis, ticks=tuple(shown), groups=tuple(_groups(view, panel, name, axis)))


def _groups(view: View, panel: PanelCells, name: AxisName, axis: AxisPlan) -> Iterator[Group]:
    spec = view.settings.axes.of(name).group
    if spec is not None:
        at, firsts = partial(view.at, "axes", name, "group", "style"), [group.first for group in axis.groups]
        styles = line_styles(panel, spec.style, name, at, firsts)
        for group, style in zip(axis.groups, styles, strict=True):
            yield replace(group, text=set_in(group.text, style))
