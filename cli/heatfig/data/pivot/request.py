"""What a grid shows of a table."""

from collections.abc import Mapping
from dataclasses import field

from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import AxisName
from heatfig.scales.words import Spread, Using


@dataclass(frozen=True)
class Side:
    """The columns whose labels, and groups of labels, stand along one side of a grid."""

    column: str | None = None
    group: str | None = None


@dataclass(frozen=True)
class Aggregation:
    """How the scores of one cell, `repeats` at least, become one; `columns` says it of other columns."""

    using: Using
    spread: Spread | None = None
    repeats: int | None = None
    columns: Mapping[str, Using] = field(default_factory=dict)


@dataclass(frozen=True)
class Request:
    """What a grid shows of a table: a value by the columns of its sides (`y`, `x`) and of its parts."""

    value: str | None
    y: Side
    x: Side
    part: str | None = None
    aggregate: Aggregation | None = None

    def along(self, axis: AxisName) -> Side:
        """What stands along an axis."""
        return self.y if axis == "y" else self.x

    @property
    def sides(self) -> tuple[Side, Side, Side]:
        """Of rows, columns and parts."""
        return self.y, self.x, Side(self.part)
