"""The keys of an axis, checked against those that the spec names."""

from collections.abc import Sequence
from functools import partial

from heatfig.compile.axes.match_labels import Listing, match_labels
from heatfig.compile.view import View
from heatfig.diagnostics import Place, Report, transposed
from heatfig.language.model.axes import Axis
from heatfig.plan.key import Key
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AxisName, other_axis

_TRANSPOSED = "looks transposed: give it to the other axis, or swap what x and y show"
_SURPLUS = "take it out; keep_empty: true draws it without scores"


@dataclass(frozen=True)
class AxisKeys:
    """The keys that the data has along an axis, in first appearance, and the labels along the other one.

    If they are not `exact`, a filter could not be used, and there are more of them than are meant.
    """

    keys: Sequence[Key]
    others: Sequence[str]
    exact: bool = True


def checked_keys(view: View, name: AxisName, found: AxisKeys) -> list[Key]:
    """The keys of an axis in the file's order, those of a list that the data lacks behind them where they are kept.

    Raises Problems where the data and the spec differ.
    """
    report, axis = Report(), view.settings.axes.of(name)
    keys = [*dict.fromkeys(found.keys)]
    inner = [*dict.fromkeys(key.label for key in keys)]
    listed = axis.order if isinstance(axis.order, tuple) else ()
    if not axis.keep_empty and transposed(listed, found.others) and not set(listed) & set(inner):
        message = f"this order lists the labels of {other_axis(name)}, not of {name}"
        report.add("unknown-label", message, view.at("axes", name, "order"), _TRANSPOSED)
    else:
        _check_lists(view, name, axis, found, inner, report)
    if axis.keep_empty:  # which groups are refused beside
        keys += [Key("", label) for label in listed if label not in inner]
    _check_named(view, name, keys, found.others, report)
    report.check()
    return keys


def _check_lists(view: View, name: AxisName, axis: Axis, found: AxisKeys, inner: list[str], report: Report) -> None:
    """Note where lists of labels and of groups are not those that the data has."""
    if isinstance(axis.order, tuple):
        words = Listing(
            listed=axis.order,
            found=inner,
            at=partial(view.at, "axes", name, "order"),
            whole=view.at("axes", name, "order"),
            surplus=_SURPLUS,
            exact=found.exact,
        )
        match_labels(words, report, axis.keep_empty)
    if axis.group is not None and isinstance(axis.group.order, tuple):
        groups = Listing(
            listed=axis.group.order,
            found=list(dict.fromkeys(key.group for key in found.keys)),
            at=partial(view.at, "axes", name, "group", "order"),
            whole=view.at("axes", name, "group", "order"),
            unknown="the data has no group {}",
            unlisted="the data also has the group {}, not listed here",
            exact=found.exact,
        )
        match_labels(groups, report)


def _check_named(view: View, name: AxisName, known: Sequence[Key], others: Sequence[str], report: Report) -> None:
    """Note new names, and ticks, of labels and groups that the axis does not have."""
    axis, labels = view.settings.axes.of(name), dict.fromkeys(key.label for key in known)
    groups = dict.fromkeys(key.group for key in known)
    of_the_other = set(others)

    def check_label(label: str, place: Place) -> None:
        if label not in labels:
            hint = _TRANSPOSED if label in of_the_other else report.nearest(label, labels, "labels")
            report.add("unknown-label", f"the {name} axis has no label '{label}'", place, hint)

    for label in axis.renames:
        check_label(label, view.key_at("axes", name, "labels", label))
    for group in axis.group.labels if axis.group is not None else ():
        if group not in groups:
            place, hint = view.key_at("axes", name, "group", "labels", group), report.nearest(group, groups, "groups")
            report.add("unknown-label", f"the {name} axis has no group '{group}'", place, hint)
    for index, label in enumerate(axis.ticks if isinstance(axis.ticks, tuple) and axis.scale is None else ()):
        check_label(label, view.at("axes", name, "ticks", index))
