"""Label sets: which labels an axis has, in which order, and what its ticks show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from heatfig.compile.match_labels import NUMERAL, Listing, check_listed
from heatfig.compile.texts import data_text, spec_text
from heatfig.diagnostics import Report, closest, nearest, transposed
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.axes import Axis
from heatfig.language.read import FigureSpec
from heatfig.plan.axis import AxisPlan, Group, Key
from heatfig.plan.text import Text

Label = Key

_TRANSPOSED = "looks transposed: give it to the other axis, or swap what x and y show"
_SURPLUS = "take it out; keep_empty: true draws it without scores"


@dataclass(frozen=True)
class LabelSet:
    """An axis's labels in drawing order, the index of each, and what is drawn of them."""

    plan: AxisPlan
    index: dict[Label, int]


@dataclass(frozen=True)
class Found:
    """The labels that the data has along an axis, in first appearance, and along the other one.

    If they are not `exact`, a filter could not be used, and there are more of them than are meant.
    """

    labels: Sequence[Label]
    others: Sequence[str]
    exact: bool = True


def label_set(spec: FigureSpec, panel: int, name: str, axis: Axis, found: Found, axis_label: str | None) -> LabelSet:
    """Order the labels found in the data; raises Problems where they and the spec differ."""
    report = Report()
    path = ("axes", name)
    ordered = _ordered(spec, panel, path, axis, found, report)
    # Names are those of the data: in an order they may be misspelt.
    known = [*dict.fromkeys([*found.labels, *(ordered if axis.keep_empty else ())])]
    _check_named(spec, panel, path, axis, known, found.others, report)
    report.check()
    if axis.direction in {"up", "left"}:
        ordered.reverse()
    plan = AxisPlan(
        keys=tuple(ordered),
        ticks=tuple(_tick(axis, inner) for _, inner in ordered),
        groups=_groups(axis, ordered),
        label=spec_text(axis.label) if axis.label is not None else data_text(axis_label or ""),
        rotation=None if isinstance(axis.rotation, str) else axis.rotation,
    )
    return LabelSet(plan, {label: index for index, label in enumerate(ordered)})


def _ordered(
    spec: FigureSpec, panel: int, path: tuple[str, str], axis: Axis, data: Found, report: Report
) -> list[Label]:
    found = list(dict.fromkeys(data.labels))
    if isinstance(axis.order, str):
        key = _sort_key(found) if axis.order == "sorted" else None
        inner = sorted(found, key=key) if key else found
        groups = list(dict.fromkeys(group for group, _ in (found if axis.order == "file" else inner)))
        if axis.order == "sorted":
            groups.sort()
        return [label for group in groups for label in inner if label[0] == group]
    if isinstance(axis.order, dict):
        return _grouped(spec, panel, path, axis, replace(data, labels=found), report)
    whole = spec.place(Origin(panel, (*path, "order")))
    if (
        not axis.keep_empty
        and transposed(axis.order, data.others)
        and not set(axis.order) & {inner for _, inner in found}
    ):
        message = f"this order lists the labels of {_other(path[1])}, not of {path[1]}"
        report.add("unknown-label", message, whole, _TRANSPOSED)
        return found
    listing = Listing(
        listed=axis.order,
        found=[inner for _, inner in found],
        at=lambda index: spec.place(Origin(panel, (*path, "order", index))),
        whole=whole,
        surplus=_SURPLUS,
        exact=data.exact,
    )
    check_listed(listing, report, axis.keep_empty)
    return [("", label) for label in axis.order]


def _grouped(
    spec: FigureSpec, panel: int, path: tuple[str, str], axis: Axis, data: Found, report: Report
) -> list[Label]:
    """The order that maps groups to labels; a group that the data lacks is told once, without its labels."""
    assert isinstance(axis.order, dict)
    groups = list(dict.fromkeys(group for group, _ in data.labels))
    lacking = [] if axis.keep_empty else [group for group in axis.order if group not in groups]
    free = [group for group in groups if group not in axis.order]
    for group in lacking:
        place = spec.key_place(Origin(panel, (*path, "order", group)))
        hint = nearest(group, free or groups, "groups") or _SURPLUS
        report.add("unknown-label", f"the data has no group '{group}'", place, hint)
    meant = {closest(group, free) for group in lacking}
    spots = [(group, i) for group, labels in axis.order.items() if group not in lacking for i in range(len(labels))]
    listing = Listing(
        listed=[_shown((group, axis.order[group][i])) for group, i in spots],
        found=[_shown(label) for label in data.labels if label[0] not in meant],
        at=lambda index: spec.place(Origin(panel, (*path, "order", *spots[index]))),
        whole=spec.place(Origin(panel, (*path, "order"))),
        surplus=_SURPLUS,
        exact=data.exact,
    )
    check_listed(listing, report, axis.keep_empty)
    return [(group, label) for group, labels in axis.order.items() for label in labels]


def _shown(label: Label) -> str:
    return " / ".join(filter(None, label))


def _sort_key(labels: list[Label]) -> Callable[[Label], tuple[str, Any]]:
    """What labels are sorted by within their groups: numbers if all of them are, else texts."""
    if all(NUMERAL.fullmatch(inner) for _, inner in labels):
        return lambda label: (label[0], float(label[1]))
    return lambda label: label


def _check_named(
    spec: FigureSpec,
    panel: int,
    path: tuple[str, str],
    axis: Axis,
    known: Sequence[Label],
    others: Sequence[str],
    report: Report,
) -> None:
    """Keys and ticks of the spec that name no label of the axis."""
    inner = list(dict.fromkeys(label for _, label in known))
    groups = list(dict.fromkeys(group for group, _ in known))

    def hint(label: str) -> str:
        return _TRANSPOSED if label in set(others) else nearest(label, inner, "labels")

    for label in axis.labels:
        if label not in inner:
            place = spec.key_place(Origin(panel, (*path, "labels", label)))
            report.add("unknown-label", f"the {path[1]} axis has no label '{label}'", place, hint(label))
    for group in axis.group_labels:
        if group not in groups:
            place = spec.key_place(Origin(panel, (*path, "group_labels", group)))
            message = f"the {path[1]} axis has no group '{group}'"
            report.add("unknown-label", message, place, nearest(group, groups, "groups"))
    for index, label in enumerate(axis.ticks if isinstance(axis.ticks, list) else ()):
        if label not in inner:
            place = spec.place(Origin(panel, (*path, "ticks", index)))
            report.add("unknown-label", f"the {path[1]} axis has no label '{label}'", place, hint(label))


def _other(name: str) -> str:
    return "y" if name == "x" else "x"


def _tick(axis: Axis, label: str) -> Text | None:
    if axis.ticks == "none" or (isinstance(axis.ticks, list) and label not in axis.ticks):
        return None
    return spec_text(axis.labels[label]) if label in axis.labels else data_text(label)


def _groups(axis: Axis, ordered: list[Label]) -> tuple[Group, ...]:
    if axis.group is None:
        return ()
    groups: list[Group] = []
    for index, (name, _) in enumerate(ordered):
        if groups and ordered[index - 1][0] == name:
            groups[-1] = Group(groups[-1].text, groups[-1].first, index + 1)
            continue
        shown = axis.group_labels.get(name)
        groups.append(Group(data_text(name) if shown is None else spec_text(shown), index, index + 1))
    return tuple(groups)
