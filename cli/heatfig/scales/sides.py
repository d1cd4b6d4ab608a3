"""The two axes of a grid, and the sides that lie along each of them."""

from typing import Literal

AxisName = Literal["x", "y"]
Side = Literal["left", "right", "top", "bottom"]
LabelSide = Literal["left", "right", "top", "bottom", "diagonal"]  # where an axis may have its labels

AXES: tuple[AxisName, AxisName] = ("x", "y")
SIDES: dict[AxisName, tuple[Side, Side]] = {"x": ("bottom", "top"), "y": ("left", "right")}  # the usual one first
AXIS_ALONG: dict[Side, AxisName] = {"left": "y", "right": "y", "top": "x", "bottom": "x"}


def other_axis(name: AxisName) -> AxisName:
    """The axis across."""
    return "y" if name == "x" else "x"
