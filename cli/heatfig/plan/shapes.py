"""What stands for a score where that is less than its whole cell."""

from typing import Literal

from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import Comparable, Floats
from heatfig.runtime.deferred import dataclass

Shape = Literal["square", "circle", "bar"]


@dataclass(frozen=True)
class SizeScale:
    """Which number takes which size: areas are in proportion to numbers, and that of `max` fills its cell."""

    id: str
    max: float

    def share(self, number: float) -> float:
        """The area of the shape of a number, of that of the largest one."""
        return number / self.max


@dataclass(frozen=True, eq=False)
class Shapes(Comparable):
    """The shape of each score; `sizes` of a `field`, of shape (rows, columns, parts), by the scale of that id.

    Without sizes all are of the largest size. Bars stand at the bottom of their cells unless they are
    `centered`. What is below a `hollow` one shows within its stroke, which has the colour of the score where it has
    none of its own.
    """

    shape: Shape
    field: str = ""
    format: str | None = None
    sizes: Floats | None = None
    scale: str | None = None
    centered: bool = False
    hollow: bool = False
    stroke: Stroke | None = None
