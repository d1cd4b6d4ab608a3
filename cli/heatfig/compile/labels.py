"""Label sets: which labels an axis has, in which order, and what its ticks show."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from heatfig.compile.texts import data_text, spec_text
from heatfig.diagnostics import Report, nearest
from heatfig.origin import Origin
from heatfig.plan import AxisPlan, Group, Side, Text
from heatfig.spec.model import Axis
from heatfig.spec.read import FigureSpec

Label = tuple[str, str]  # group and inner label; the group is "" on an axis of one level

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SIDES: dict[str, Side] = {"x": "bottom", "y": "left"}


@dataclass(frozen=True)
class LabelSet:
    """An axis's labels in drawing order, the index of each, and what is drawn of them."""

    plan: AxisPlan
    index: dict[Label, int]


def label_set(
    spec: FigureSpec, panel: int, name: str, axis: Axis, found: Sequence[Label], axis_label: str | None
) -> LabelSet:
    """Order the labels `found` in the data (in first appearance); raises Problems where they and the spec differ."""
    report = Report()
    path = ("axes", name)
    distinct = list(dict.fromkeys(found))
    ordered = _ordered(spec, panel, path, axis, distinct, report)
    _check_named(spec, panel, path, axis, ordered, report)
    report.check()
    if axis.direction in {"up", "left"}:
        ordered.reverse()
    ticks = tuple(_tick(panel, path, axis, inner) for _, inner in ordered)
    label = axis.label if axis.label is not None else axis_label or ""
    origin = Origin(panel, (*path, "label"))
    text = spec_text(label, origin) if axis.label is not None else data_text(label, origin)
    plan = AxisPlan(
        labels=tuple(inner for _, inner in ordered),
        ticks=ticks,
        groups=_groups(panel, path, axis, ordered),
        label=text,
        rotation=None if isinstance(axis.rotation, str) else axis.rotation,
        side=axis.side or _SIDES[name],
    )
    return LabelSet(plan, {label: index for index, label in enumerate(ordered)})


def _ordered(
    spec: FigureSpec, panel: int, path: tuple[str, str], axis: Axis, found: list[Label], report: Report
) -> list[Label]:
    if isinstance(axis.order, str):
        key = _sort_key(found) if axis.order == "sorted" else None
        inner = sorted(found, key=key) if key else found
        groups = list(dict.fromkeys(group for group, _ in (found if axis.order == "file" else inner)))
        if axis.order == "sorted":
            groups.sort()
        return [label for group in groups for label in inner if label[0] == group]
    if isinstance(axis.order, dict):
        listed = [(group, label) for group, labels in axis.order.items() for label in labels]
        spots: list[tuple[str | int, ...]] = [
            (group, i) for group, labels in axis.order.items() for i in range(len(labels))
        ]
    else:
        listed = [("", label) for label in axis.order]
        spots = [(i,) for i in range(len(axis.order))]
    shown = {_shown(label) for label in found}
    present, wanted = set(found), set(listed)
    for label, spot in zip(listed, spots, strict=True):
        if label not in present and not axis.keep_empty:
            place = spec.place(Origin(panel, (*path, "order", *spot)))
            hint = nearest(_shown(label), sorted(shown), "labels") or "keep_empty: true draws it without scores"
            report.add("unknown-label", f"the data has no label {_shown(label)!r}", place, hint)
    for label in found:
        if label not in wanted:
            place = spec.place(Origin(panel, (*path, "order")))
            hint = "list it, or leave its rows out with `where`"
            report.add("unlisted-label", f"the data has the label {_shown(label)!r}, which is not listed", place, hint)
    return listed


def _shown(label: Label) -> str:
    return " / ".join(filter(None, label))


def _sort_key(labels: list[Label]):  # type: ignore[no-untyped-def]  # a key over either numbers or texts
    if all(_NUMBER.fullmatch(inner) for _, inner in labels):
        return lambda label: (label[0], float(label[1]))
    return lambda label: label


def _check_named(
    spec: FigureSpec, panel: int, path: tuple[str, str], axis: Axis, ordered: list[Label], report: Report
) -> None:
    inner = [label for _, label in ordered]
    groups = list(dict.fromkeys(group for group, _ in ordered))
    named = [("labels", key, key, inner) for key in axis.labels]
    named += [("group_labels", key, key, groups) for key in axis.group_labels]
    if isinstance(axis.ticks, list):
        named += [("ticks", index, label, inner) for index, label in enumerate(axis.ticks)]  # type: ignore[misc]  # an index is a step of a path too
    for key, step, label, known in named:
        if label not in known:
            place = spec.place(Origin(panel, (*path, key, step)))
            report.add("unknown-label", f"the axis has no label '{label}'", place, nearest(label, known, "labels"))


def _tick(panel: int, path: tuple[str, str], axis: Axis, label: str) -> Text | None:
    if axis.ticks == "none" or (isinstance(axis.ticks, list) and label not in axis.ticks):
        return None
    if label in axis.labels:
        return spec_text(axis.labels[label], Origin(panel, (*path, "labels", label)))
    return data_text(label, Origin(panel, (*path, "column")))


def _groups(panel: int, path: tuple[str, str], axis: Axis, ordered: list[Label]) -> tuple[Group, ...]:
    if axis.group is None:
        return ()
    groups: list[Group] = []
    for index, (name, _) in enumerate(ordered):
        if groups and ordered[index - 1][0] == name:
            groups[-1] = Group(groups[-1].text, groups[-1].first, index + 1)
            continue
        origin = Origin(panel, (*path, "group_labels", name))
        shown = axis.group_labels.get(name)
        text = spec_text(shown, origin) if shown is not None else data_text(name, Origin(panel, (*path, "group")))
        groups.append(Group(text, index, index + 1))
    return tuple(groups)
