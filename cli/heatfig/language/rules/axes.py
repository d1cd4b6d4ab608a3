"""Rules of one axis of the grid."""

from heatfig.language.model.axes import Axis
from heatfig.language.model.ticks import Every
from heatfig.language.order import Cluster
from heatfig.language.rules import Rules
from heatfig.scales.sides import SIDES, AxisName

_OF_SQUARES = {"ward", "centroid", "median"}  # what is between clusters follows from squares of euclidean distances
_SIDES: dict[AxisName, tuple[str, ...]] = {"x": SIDES["x"], "y": (*SIDES["y"], "diagonal")}
_DIRECTIONS: dict[AxisName, tuple[str, ...]] = {"x": ("right", "left"), "y": ("down", "up")}


def check_axis(axis: Axis, name: AxisName, rules: Rules) -> None:
    """The rules of the axis of that name."""
    inside = rules.within("axes", name)
    _check_words(axis, name, inside)
    for key, listed in (("order", axis.order), ("ticks", axis.ticks)):
        if isinstance(listed, tuple):
            inside.once(listed, key)
    if not isinstance(axis.labels, dict):
        _check_template(axis, inside)
    if axis.scale is not None:
        _check_scale(axis, inside)
    if isinstance(axis.order, Cluster):
        _check_cluster(axis.order, inside)
    if isinstance(axis.ticks, Every):
        _check_every(axis.ticks.every, axis.scale, inside)
    if axis.keep_empty:
        _check_empty(axis, inside)


def _check_words(axis: Axis, name: AxisName, rules: Rules) -> None:
    """Sides and directions are those of this axis."""
    for key, value, allowed in (("side", axis.side, _SIDES), ("direction", axis.direction, _DIRECTIONS)):
        if value is not None and value not in allowed[name]:
            words = " or ".join(allowed[name])
            rules.refuse("contradiction", f"the {key} of {name} is {words}, not {value}", key)


def _check_template(axis: Axis, rules: Rules) -> None:
    """What a template writes has no other format, and stands at labels alone."""
    if axis.format is not None:
        hint = f"say it in the template, such as {{COLUMN:{axis.format}}}"
        rules.refuse("contradiction", "labels that a template writes have no `format`", "format", hint=hint)
    if axis.scale is not None and axis.ticks not in (None, "all", "none"):
        message = f"a template writes labels, and these ticks may be {axis.scale} between them"
        rules.refuse("contradiction", message, "ticks", hint="ticks: all")


def _check_scale(axis: Axis, rules: Rules) -> None:
    """What a scale decides by itself is said by no other key."""
    if axis.group is not None:
        message = f"labels with `scale: {axis.scale}` cannot be in groups"
        rules.refuse("contradiction", message, "scale", hint="leave one out")
    if axis.order != "sorted" and rules.gives("order"):
        message = f"labels with `scale: {axis.scale}` are ordered by their values"
        rules.refuse("contradiction", message, "order", hint="leave one out; `direction` turns it around")


def _check_cluster(order: Cluster, rules: Rules) -> None:
    """Distances are those that the method takes."""
    if order.cluster in _OF_SQUARES and order.metric != "euclidean":
        message = f"'{order.cluster}' clusters by euclidean distances only"
        rules.refuse("contradiction", message, "order", "metric", hint="leave `metric` out, or cluster by average")


def _check_every(every: float | str, scale: str | None, rules: Rules) -> None:
    """Ticks stand at steps that the axis can take."""
    path = ("ticks", "every")
    if scale == "numbers" and isinstance(every, str):
        rules.refuse("contradiction", f"there is no {every} on an axis of numbers", *path, hint="such as 10")
    elif scale == "dates" and not isinstance(every, str):
        rules.refuse("contradiction", "an axis of dates has its ticks by the calendar", *path, hint="such as month")
    elif not isinstance(every, str) and (every <= 0 or (scale is None and every % 1)):
        wanted = "a number above 0" if scale else "a whole number above 0: it counts labels"
        rules.refuse("out-of-bounds", f"ticks cannot stand at every {every:g}", *path, hint=wanted)


def _check_empty(axis: Axis, rules: Rules) -> None:
    """Empty labels are named by a list, which says nothing of groups."""
    if not isinstance(axis.order, tuple):
        message = "`keep_empty` needs an `order` that is a list"
        rules.refuse("contradiction", message, "keep_empty", hint="order: [LABEL, …]")
    elif axis.group is not None:
        message = "`keep_empty` cannot say which group an empty label belongs to"
        rules.refuse("contradiction", message, "keep_empty", hint="leave it out, or leave `group` out")
