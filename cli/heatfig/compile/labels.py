"""The labels of an axis: whether they are those that the spec names, and what its ticks show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heatfig.compile.axis_scale import Edges, spacing
from heatfig.compile.axis_texts import LabelTexts
from heatfig.compile.axis_ticks import axis_ticks
from heatfig.compile.facets import View
from heatfig.compile.facts import filled
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.texts import data_text, spec_text, titled, wrapped
from heatfig.data.index import Key as Label
from heatfig.diagnostics import Report, nearest, transposed
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.axes import Axis
from heatfig.language.read import FigureSpec
from heatfig.language.templates import ColumnTemplate
from heatfig.plan.axis import AxisPlan, Group
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AxisName, other_axis

_TRANSPOSED = "looks transposed: give it to the other axis, or swap what x and y show"
_SURPLUS = "take it out; keep_empty: true draws it without scores"


@dataclass(frozen=True)
class Found:
    """The labels that the data has along an axis, in first appearance, and along the other one.

    If they are not `exact`, a filter could not be used, and there are more of them than are meant.
    """

    labels: Sequence[Label]
    others: Sequence[str]
    exact: bool = True


def checked_keys(spec: FigureSpec, view: View, name: AxisName, found: Found) -> list[Label]:
    """The keys of an axis in the file's order, those of a list that the data lacks behind them where they are kept.

    Raises Problems where the data and the spec differ.
    """
    report, axis = Report(), view.settings.axes.of(name)
    keys = [*dict.fromkeys(found.labels)]
    inner = [*dict.fromkeys(key.label for key in keys)]
    listed = axis.order if isinstance(axis.order, tuple) else ()
    if not axis.keep_empty and transposed(listed, found.others) and not set(listed) & set(inner):
        message = f"this order lists the labels of {other_axis(name)}, not of {name}"
        report.add("unknown-label", message, view.at("axes", name, "order"), _TRANSPOSED)
    else:
        _check_lists(view, name, axis, found, inner, report)
    if axis.keep_empty:  # which groups are refused beside
        keys += [Label("", label) for label in listed if label not in inner]
    _check_named(spec, view.spec.index, ("axes", name), axis, keys, found.others, report)
    report.check()
    return keys


def _check_lists(view: View, name: AxisName, axis: Axis, found: Found, inner: list[str], report: Report) -> None:
    """Note where lists of labels and of groups are not those that the data has."""
    if isinstance(axis.order, tuple):
        words = Listing(
            listed=axis.order,
            found=inner,
            at=lambda index: view.at("axes", name, "order", index),
            whole=view.at("axes", name, "order"),
            surplus=_SURPLUS,
            exact=found.exact,
        )
        check_listed(words, report, axis.keep_empty)
    if axis.group is not None and isinstance(axis.group.order, tuple):
        groups = Listing(
            listed=axis.group.order,
            found=list(dict.fromkeys(key.group for key in found.labels)),
            at=lambda index: view.at("axes", name, "group", "order", index),
            whole=view.at("axes", name, "group", "order"),
            unknown="the data has no group {}",
            unlisted="the data also has the group {}, not listed here",
            exact=found.exact,
        )
        check_listed(groups, report)


def axis_plan(view: View, name: AxisName, keys: Sequence[Label], edges: Edges | None, length: float) -> AxisPlan:
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


def label_texts(view: View, name: AxisName, keys: Sequence[Label], edges: Edges | None = None) -> LabelTexts:
    """What is written at the labels of an axis whose keys stand in this order."""
    asked = view.settings.axes.of(name).labels
    written = filled(view, name, asked, keys) if isinstance(asked, ColumnTemplate) else None
    return LabelTexts(view, name, [key.label for key in keys], edges, written)


def _gaps(view: View, name: AxisName, axis: Axis, labels: Sequence[str]) -> Iterator[int]:
    """The cells before which there is a gap, as they are drawn; raises Problems where there is none."""
    report, backwards = Report(), axis.direction in {"up", "left"}
    asked = axis.gaps.before if axis.gaps is not None else ()
    for number, label in enumerate(asked):
        places = [at + backwards for at, other in enumerate(labels) if other == label]
        inside = [at for at in places if 0 < at < len(labels)]
        if not places:
            message, hint = f"the {name} axis has no label '{label}'", nearest(label, dict.fromkeys(labels), "labels")
            report.add("unknown-label", message, view.at("axes", name, "gaps", "before", number), hint)
        elif not inside and len(asked) == 1:
            message, hint = f"the {name} axis begins with '{label}'", "name the label at which the next block begins"
            report.add("unknown-label", message, view.at("axes", name, "gaps", "before", number), hint)
        yield from inside
    report.check()


def _own_label(view: View, axis: Axis) -> str:
    """The column's name, unless nobody wrote one."""
    column = axis.column or ""
    return "" if column in view.table.defaults.unwritten else column.strip()


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

    for label in axis.renames:
        if label not in inner:
            place = spec.key_place(Origin(panel, (*path, "labels", label)))
            report.add("unknown-label", f"the {path[1]} axis has no label '{label}'", place, hint(label))
    for group in axis.group.labels if axis.group is not None else ():
        if group not in groups:
            place = spec.key_place(Origin(panel, (*path, "group", "labels", group)))
            message = f"the {path[1]} axis has no group '{group}'"
            report.add("unknown-label", message, place, report.nearest(group, groups, "groups"))
    listed = axis.ticks if isinstance(axis.ticks, tuple) and axis.scale is None else ()
    for index, label in enumerate(listed):
        if label not in inner:
            place = spec.place(Origin(panel, (*path, "ticks", index)))
            report.add("unknown-label", f"the {path[1]} axis has no label '{label}'", place, hint(label))


def _groups(axis: Axis, ordered: Sequence[Label]) -> tuple[Group, ...]:
    if axis.group is None:
        return ()
    groups: list[Group] = []
    for index, (name, _) in enumerate(ordered):
        if groups and ordered[index - 1][0] == name:
            groups[-1] = Group(groups[-1].text, groups[-1].first, index + 1)
            continue
        shown = axis.group.labels.get(name)
        text = wrapped(data_text(name) if shown is None else spec_text(shown), axis.group.wrap)
        groups.append(Group(text, index, index + 1))
    return tuple(groups)
