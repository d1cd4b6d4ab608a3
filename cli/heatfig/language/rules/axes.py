"""Rules of one side of the grid."""

from heatfig.language.model.axes import Axis
from heatfig.language.rules import Rules

SIDES = {"x": ("bottom", "top"), "y": ("left", "right")}
_DIRECTIONS = {"x": ("right", "left"), "y": ("down", "up")}


def check_axis(axis: Axis, name: str, rules: Rules) -> None:
    """The rules of the axis of that name."""
    path = ("axes", name)
    for key, value, allowed in (("side", axis.side, SIDES), ("direction", axis.direction, _DIRECTIONS)):
        if value is not None and value not in allowed[name]:
            words = " or ".join(allowed[name])
            rules.refuse("contradiction", f"the {key} of {name} is {words}, not {value}", *path, key)
    if isinstance(axis.order, list):
        rules.once(axis.order, *path, "order")
        if axis.group is not None:
            hint = "order: {GROUP: [LABEL, …], …}"
            rules.refuse("contradiction", "with `group` an order maps groups to labels", *path, "order", hint=hint)
    if isinstance(axis.order, dict):
        if axis.group is None:
            rules.refuse("contradiction", "an order of groups needs `group`", *path, "order", hint="group: COLUMN")
        for group, labels in axis.order.items():
            rules.once(labels, *path, "order", group)
    if axis.keep_empty and isinstance(axis.order, str):
        message = "`keep_empty` needs an `order` that is a list"
        rules.refuse("contradiction", message, *path, "keep_empty", hint="order: [LABEL, …]")
    if axis.group_labels and axis.group is None:
        rules.refuse("contradiction", "`group_labels` needs `group`", *path, "group_labels", hint="group: COLUMN")
    if isinstance(axis.ticks, list):
        rules.once(axis.ticks, *path, "ticks")
