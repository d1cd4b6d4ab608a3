"""Rules of one side of the grid."""

from heatfig.diagnostics.origin import Path
from heatfig.language.model.axes import Axes, Axis
from heatfig.language.model.ticks import Every
from heatfig.language.order import By, Cluster, Like, OfCells
from heatfig.language.rules import Rules
from heatfig.language.rules.styles import check_wrap
from heatfig.scales.sides import SIDES, AxisName

_OF_SQUARES = {"ward", "centroid", "median"}  # what is between clusters follows from squares of euclidean distances
_DIRECTIONS = {"x": ("right", "left"), "y": ("down", "up")}


def check_axis(axis: Axis, name: AxisName, rules: Rules) -> None:
    """The rules of the axis of that name."""
    path = ("axes", name)
    for key, value, allowed in (("side", axis.side, SIDES), ("direction", axis.direction, _DIRECTIONS)):
        if value is not None and value not in allowed[name]:
            words = " or ".join(allowed[name])
            rules.refuse("contradiction", f"the {key} of {name} is {words}, not {value}", *path, key)
    if isinstance(axis.order, Cluster) and axis.order.cluster in _OF_SQUARES and axis.order.metric != "euclidean":
        message = f"'{axis.order.cluster}' clusters by euclidean distances alone"
        hint = "leave `metric` out, or cluster by average"
        rules.refuse("contradiction", message, *path, "order", "metric", hint=hint)
    for key, listed in (("order", axis.order), ("ticks", axis.ticks)):
        if isinstance(listed, tuple):
            rules.once(listed, *path, key)
    if axis.group is not None and isinstance(axis.group.order, tuple):
        rules.once(axis.group.order, *path, "group", "order")
    if not isinstance(axis.labels, dict):
        if axis.format is not None:
            hint = f"say it in the template, such as {{COLUMN:{axis.format}}}"
            rules.refuse("contradiction", "labels that a template writes have no `format`", *path, "format", hint=hint)
        if axis.scale is not None and axis.ticks not in (None, "all", "none"):
            message = f"a template writes labels, and these ticks may be {axis.scale} between them"
            rules.refuse("contradiction", message, *path, "ticks", hint="ticks: all")
    if axis.scale is not None:
        _check_scale(axis, rules, path)
    check_wrap(axis.wrap, rules, (*path, "wrap"))
    if axis.group is not None:
        check_wrap(axis.group.wrap, rules, (*path, "group", "wrap"))
    if isinstance(axis.ticks, Every):
        _check_every(axis.ticks.every, axis.scale, rules, (*path, "ticks", "every"))
    if axis.keep_empty and not isinstance(axis.order, tuple):
        message = "`keep_empty` needs an `order` that is a list"
        rules.refuse("contradiction", message, *path, "keep_empty", hint="order: [LABEL, …]")
    elif axis.keep_empty and axis.group is not None:
        message = "`keep_empty` cannot say which group an empty label belongs to"
        rules.refuse("contradiction", message, *path, "keep_empty", hint="leave it out, or leave `group` out")
    if axis.gaps is not None:
        rules.once(axis.gaps.before, *path, "gaps", "before")


def _check_scale(axis: Axis, rules: Rules, path: Path) -> None:
    """What a scale decides by itself."""
    if axis.group is not None:
        message = f"labels that stand by their {axis.scale} cannot stand in groups, too"
        rules.refuse("contradiction", message, *path, "scale", hint="leave one out")
    if axis.order != "sorted" and rules.gives(*path, "order"):
        message = f"labels that stand by their {axis.scale} have their order from these"
        rules.refuse("contradiction", message, *path, "order", hint="leave one out; `direction` turns it around")


def _check_every(every: float | str, scale: str | None, rules: Rules, path: Path) -> None:
    """Steps that the axis can take."""
    if scale == "numbers" and isinstance(every, str):
        rules.refuse("contradiction", f"there is no {every} on an axis of numbers", *path, hint="such as 10")
    elif scale == "dates" and not isinstance(every, str):
        rules.refuse("contradiction", "an axis of dates has its ticks by the calendar", *path, hint="such as month")
    elif not isinstance(every, str) and (every <= 0 or (scale is None and every % 1)):
        wanted = "a number above 0" if scale else "a whole number above 0: it counts labels"
        rules.refuse("out-of-bounds", f"every {every:g} is no step", *path, hint=wanted)


def check_panels_of_orders(axis: Axis, name: str, rules: Rules) -> None:
    """Labels and groups stand by the cells of one panel."""
    order, groups = axis.order, axis.group.order if axis.group is not None else None
    if not (isinstance(order, OfCells) and isinstance(groups, By)):
        return
    if order.panel != groups.panel and None not in {order.panel, groups.panel}:
        message = f"the labels stand by the panel '{order.panel}', their groups by '{groups.panel}'"
        rules.refuse("contradiction", message, "axes", name, "group", "order", "panel", hint="name one of them")


def check_likeness(axes: Axes, rules: Rules) -> None:
    """An axis stands like the other one, which has an order of its own."""
    for name, axis, other in (("x", axes.x, axes.y), ("y", axes.y, axes.x)):
        if not isinstance(axis.order, Like):
            continue
        path, hint = ("axes", name, "order", "like"), "like: x at y, or like: y at x"
        if axis.order.like == name:
            rules.refuse("contradiction", f"the {name} axis cannot be like itself", *path, hint=hint)
        elif isinstance(other.order, Like) and rules.whole("axes", other.order.like):
            hint = "give one of them an order of its own, such as {cluster: average}"
            rules.refuse("contradiction", "each axis is to be like the other", *path, hint=hint)
