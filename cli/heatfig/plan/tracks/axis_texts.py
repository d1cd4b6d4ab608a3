"""What an axis itself shows beside the grid."""

from typing import Literal

from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class TickLabels:
    """The ticks and tick labels of the axis along which they lie."""

    kind: Literal["tick-labels"] = "tick-labels"


@dataclass(frozen=True)
class GroupLabels:
    """Names of the axis' groups, with a bracket over the labels of each or without."""

    bracket: bool = True
    kind: Literal["group-labels"] = "group-labels"


@dataclass(frozen=True)
class AxisLabel:
    """The axis' label; beside all panels the one that they have in common."""

    kind: Literal["axis-label"] = "axis-label"
