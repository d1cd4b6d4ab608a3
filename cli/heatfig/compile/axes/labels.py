"""The labels of an axis: what its ticks show, its groups, and where gaps stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heatfig.compile.axes.facts import filled
from heatfig.compile.axes.scale import Edges, spacing
from heatfig.compile.axes.texts import LabelTexts
from heatfig.compile.axes.ticks import axis_ticks
from heatfig.compile.texts import data_text, spec_text, titled, wrapped
from heatfig.compile.view import View
from heatfig.diagnostics import Report, nearest
from heatfig.language.model.axes import Axis
from heatfig.language.templates import ColumnTemplate
from heatfig.plan.axis import AxisPlan, Group
from heatfig.plan.key import Key
from heatfig.scales.sides import AxisName


def axis_plan(view: View, name: AxisName, keys: Sequence[Key], edges: Edges | None, length: float) -> AxisPlan:
    """What is drawn of an axis about that long whose keys stand in this order."""
    axis, texts = view.settings.axes.of(name), label_texts(view, name, keys, edges)
    space = spacing(view, name, texts.labels, edges)
    return AxisPlan(
        keys=tuple(keys),
        ticks=tuple(replace(tick, text=wrapped(tick.text, axis.wrap)) for tick in axis_ticks(texts, space, length)),
        groups=_groups(axis, keys),
        label=titled(axis.label, data_text(_own_label(view, axis))),
        rotation=_angle(axis.rotation),
        spacing=space,
        gaps=tuple(sorted(_gaps(view, name, axis, [key.label for key in keys]))),
        group_gap=axis.group.gap if axis.group is not None else None,
        group_rotation=_angle(axis.group.rotation) if axis.group is not None else None,
    )


def _angle(rotation: float | str) -> float | None:
    return None if isinstance(rotation, str) else rotation


def label_texts(view: View, name: AxisName, keys: Sequence[Key], edges: Edges | None = None) -> LabelTexts:
    """What is written at the labels of an axis whose keys stand in this order."""
    spec = view.settings.axes.of(name).labels
    written = filled(view, name, spec, keys) if isinstance(spec, ColumnTemplate) else None
    return LabelTexts(view, name, [key.label for key in keys], edges, written)


def _gaps(view: View, name: AxisName, axis: Axis, labels: Sequence[str]) -> Iterator[int]:
    """The cells before which there is a gap, as they are drawn; raises Problems where there is none."""
    report, backwards = Report(), axis.direction in {"up", "left"}
    listed = axis.gaps.before if axis.gaps is not None else ()
    for number, label in enumerate(listed):
        places = [at + backwards for at, other in enumerate(labels) if other == label]
        inside = [at for at in places if 0 < at < len(labels)]
        if not places:
            message, hint = f"the {name} axis has no label '{label}'", nearest(label, dict.fromkeys(labels), "labels")
            report.add("unknown-label", message, view.at("axes", name, "gaps", "before", number), hint)
        elif not inside and len(listed) == 1:
            message, hint = f"the {name} axis begins with '{label}'", "name the label at which the next block begins"
            report.add("unknown-label", message, view.at("axes", name, "gaps", "before", number), hint)
        yield from inside
    report.check()


def _own_label(view: View, axis: Axis) -> str:
    """The column's name, unless nobody wrote one."""
    column = axis.column or ""
    return "" if column in view.table.defaults.unwritten else column.strip()


def _groups(axis: Axis, ordered: Sequence[Key]) -> tuple[Group, ...]:
    if axis.group is None:
        return ()
    groups: list[Group] = []
    for index, key in enumerate(ordered):
        if groups and ordered[index - 1].group == key.group:
            groups[-1] = Group(groups[-1].text, groups[-1].first, index + 1)
            continue
        shown = axis.group.labels.get(key.group)
        text = wrapped(data_text(key.group) if shown is None else spec_text(shown), axis.group.wrap)
        groups.append(Group(text, index, index + 1))
    return tuple(groups)
