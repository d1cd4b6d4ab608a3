"""Label sets: which labels an axis has, in which order, and what its ticks show."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from heatfig.compile.match_labels import NUMERAL, Listing, check_listed
from heatfig.compile.texts import data_text, spec_text
from heatfig.diagnostics import Report, transposed
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.axes import Axis
from heatfig.language.model.axes import Group as AxisGroup
from heatfig.language.order import Order
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
        ticks=tuple(_ticks(axis, (inner for _, inner in ordered))),
        groups=_groups(axis, ordered),
        label=spec_text(axis.label) if axis.label is not None else data_text(axis_label or ""),
        rotation=None if isinstance(axis.rotation, str) else axis.rotation,
    )
    return LabelSet(plan, {label: index for index, label in enumerate(ordered)})


def _ordered(
    spec: FigureSpec, panel: int, path: tuple[str, str], axis: Axis, data: Found, report: Report
) -> list[Label]:
    """The labels by their groups' order, and within each group by that of the inner labels."""
    found = list(dict.fromkeys(data.labels))
    inner = list(dict.fromkeys(label for _, label in found))
    whole = Origin(panel, (*path, "order"))
    listed = axis.order if isinstance(axis.order, tuple) and not axis.keep_empty else ()
    if transposed(listed, data.others) and not set(listed) & set(inner):
        message = f"this order lists the labels of {_other(path[1])}, not of {path[1]}"
        report.add("unknown-label", message, spec.place(whole), _TRANSPOSED)
        return found
    words = Listing((), inner, lambda _: spec.place(whole), spec.place(whole), surplus=_SURPLUS, exact=data.exact)
    labels = _arranged(spec, whole, axis.order, words, report, axis.keep_empty)
    if axis.group is None:
        return [("", label) for label in labels]
    groups = _groups_in_order(spec, panel, path, axis.group, data, report)
    outer, within = ({name: place for place, name in enumerate(names)} for names in (groups, labels))
    return sorted(found, key=lambda label: (outer.get(label[0], 0), within.get(label[1], 0)))


def _groups_in_order(
    spec: FigureSpec, panel: int, path: tuple[str, str], group: AxisGroup, data: Found, report: Report
) -> list[str]:
    whole = Origin(panel, (*path, "group", "order"))
    words = Listing(
        listed=(),
        found=list(dict.fromkeys(name for name, _ in data.labels)),
        at=lambda _: spec.place(whole),
        whole=spec.place(whole),
        unknown="the data has no group {}",
        unlisted="the data also has the group {}, not listed here",
        exact=data.exact,
    )
    return _arranged(spec, whole, group.order, words, report)


def _arranged(
    spec: FigureSpec,
    whole: Origin,
    order: Order,
    words: Listing,
    report: Report,
    keep_empty: bool = False,
) -> list[str]:
    """What the data has in an order: the file's, sorted, or that of a list, which is to hold exactly that."""
    if order == "file":
        return list(words.found)
    if isinstance(order, str):
        return sorted(words.found, key=_sort_key(words.found))
    listing = replace(words, listed=order, at=lambda index: spec.place(Origin(whole.panel, (*whole.path, index))))
    check_listed(listing, report, keep_empty)
    return list(order)


def _sort_key(names: Sequence[str]) -> Callable[[str], Any]:
    """What names are sorted by: numbers if all of them are, else texts."""
    return float if all(map(NUMERAL.fullmatch, names)) else str


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
    inner = dict.fromkeys(label for _, label in known)
    groups = dict.fromkeys(group for group, _ in known)
    of_the_other = set(others)

    def hint(label: str) -> str:
        return _TRANSPOSED if label in of_the_other else report.nearest(label, inner, "labels")

    for label in axis.labels:
        if label not in inner:
            place = spec.key_place(Origin(panel, (*path, "labels", label)))
            report.add("unknown-label", f"the {path[1]} axis has no label '{label}'", place, hint(label))
    for group in axis.group.labels if axis.group is not None else ():
        if group not in groups:
            place = spec.key_place(Origin(panel, (*path, "group", "labels", group)))
            message = f"the {path[1]} axis has no group '{group}'"
            report.add("unknown-label", message, place, report.nearest(group, groups, "groups"))
    for index, label in enumerate(axis.ticks if isinstance(axis.ticks, tuple) else ()):
        if label not in inner:
            place = spec.place(Origin(panel, (*path, "ticks", index)))
            report.add("unknown-label", f"the {path[1]} axis has no label '{label}'", place, hint(label))


def _other(name: str) -> str:
    return "y" if name == "x" else "x"


def _ticks(axis: Axis, labels: Iterable[str]) -> Iterator[Text | None]:
    shown = set(axis.ticks) if isinstance(axis.ticks, tuple) else None
    for label in labels:
        if axis.ticks == "none" or (shown is not None and label not in shown):
            yield None
        else:
            yield spec_text(axis.labels[label]) if label in axis.labels else data_text(label)


def _groups(axis: Axis, ordered: list[Label]) -> tuple[Group, ...]:
    if axis.group is None:
        return ()
    groups: list[Group] = []
    for index, (name, _) in enumerate(ordered):
        if groups and ordered[index - 1][0] == name:
            groups[-1] = Group(groups[-1].text, groups[-1].first, index + 1)
            continue
        shown = axis.group.labels.get(name)
        groups.append(Group(data_text(name) if shown is None else spec_text(shown), index, index + 1))
    return tuple(groups)
