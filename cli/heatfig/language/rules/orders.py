"""Rules between the orders of labels, of their groups and of the other axis."""

from heatfig.language.model.axes import Axes, Axis
from heatfig.language.order import By, Lexicographic, Like, OfCells
from heatfig.language.rules import Rules
from heatfig.scales.sides import AXES, other_axis


def check_panels_of_orders(axis: Axis, name: str, rules: Rules) -> None:
    """Labels and groups stand by the cells of one panel."""
    order, groups = axis.order, axis.group.order if axis.group is not None else None
    if not (isinstance(order, OfCells) and isinstance(groups, By)):
        return
    if order.panel != groups.panel and None not in {order.panel, groups.panel}:
        message = f"labels are ordered by the panel '{order.panel}', their groups by '{groups.panel}'"
        rules.refuse("contradiction", message, "axes", name, "group", "order", "panel", hint="name one of them")


def check_likeness(axes: Axes, rules: Rules) -> None:
    """An axis follows the other one, which has an order of its own."""
    for name in AXES:
        order, other = axes.of(name).order, axes.of(other_axis(name)).order
        if isinstance(order, Lexicographic) and isinstance(other, Lexicographic | Like):
            message = f"the {name} axis follows the {other_axis(name)} axis, which follows it"
            hint = "give one of them an order of its own, such as {by: …}"
            rules.refuse("contradiction", message, "axes", name, "order", hint=hint)
        if not isinstance(order, Like):
            continue
        path, hint = ("axes", name, "order", "like"), "like: x at y, or like: y at x"
        if order.like == name:
            rules.refuse("contradiction", f"the {name} axis cannot be like itself", *path, hint=hint)
        elif isinstance(other, Like) and rules.is_valid("axes", other.like):
            hint = "give one of them an order of its own, such as {cluster: average}"
            rules.refuse("contradiction", "each axis is `like` the other", *path, hint=hint)
