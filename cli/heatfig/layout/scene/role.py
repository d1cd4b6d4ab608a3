"""What an item of a scene is, and what it belongs to."""

from typing import Literal

from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side


@dataclass(frozen=True, slots=True)
class Role:
    """An item's kind in words, and which of that kind it is.

    Cells and what lies on them name `row`, `column` and, where cells are split, `part`; what stands beside a grid names
    its `side` and the number of its `track` from the grid outward, and a `section` if it is beside several panels;
    `index` counts labels, ticks or entries.
    """

    kind: str
    panel: int | None = None
    row: int | None = None
    column: int | None = None
    part: int | None = None
    side: Side | None = None
    track: int | None = None
    index: int | None = None
    section: int | None = None

    def on(self, kind: str) -> "Role":
        """The role of something of another kind on the same cell."""
        return Role(kind, self.panel, self.row, self.column, self.part)

    @property
    def axis(self) -> Literal["x", "y"] | None:
        """The axis along which something beside a grid lies."""
        if self.side is None:
            return None
        return "y" if self.side in {"left", "right"} else "x"

    @property
    def id(self) -> str:
        """A name of its own on the page, such as cell-p0-r1-c2."""
        places = (
            ("p", self.panel), ("r", self.row), ("c", self.column), ("s", self.part),
            ("section", self.section), ("", self.side), ("t", self.track), ("i", self.index),
        )  # fmt: skip
        signs = (f"{sign}{place}" for sign, place in places if place is not None)
        return "-".join((self.kind.replace(" ", "-"), *signs))
