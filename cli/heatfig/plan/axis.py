"""The two sides of a grid."""

from dataclasses import dataclass

from heatfig.plan.text import Stroke, Text

Key = tuple[str, str]  # group and label; the group is "" on an axis of one level


def key_name(key: Key) -> str:
    """A key in words: the label, behind its group where there is one."""
    return " / ".join(filter(None, key))


@dataclass(frozen=True)
class Group:
    """An outer level's label over the inner labels from `first` up to, not including, `end`."""

    text: Text
    first: int
    end: int


@dataclass(frozen=True)
class AxisLine:
    """A line across the grid; `at` counts cells from the grid's beginning, 0.5 being the middle of the first."""

    at: float
    text: Text
    stroke: Stroke


@dataclass(frozen=True)
class AxisPlan:
    """One side of the grid in drawing order: the keys of the data, and what its ticks show.

    `rotation` is in degrees, counter-clockwise; None leaves it to the room that there is.
    """

    keys: tuple[Key, ...]
    ticks: tuple[Text | None, ...]
    groups: tuple[Group, ...]
    label: Text
    rotation: float | None
    lines: tuple[AxisLine, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The inner labels."""
        return tuple(label for _, label in self.keys)
