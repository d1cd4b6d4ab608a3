"""The end of a side at which what lies along it has its heading and scale: each corner of a grid has those of one."""

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

_LAST: dict[Side, bool] = {"right": False, "top": False, "left": True, "bottom": True}


@dataclass(frozen=True)
class End:
    """An end of a side: its last cell's, or its first one's."""

    last: bool

    def at(self, cells: BandScale, past: float) -> float:
        """How far along a point is that lies that far past the end."""
        return cells.length + past if self.last else -past

    def overhang(self, past: float) -> tuple[float, float]:
        """Before the first cell and after the last."""
        return (0.0, past) if self.last else (past, 0.0)


def heading_end(side: Side) -> End:
    """The end for a side, which leaves the other end's corner to the next side around the grid."""
    return End(_LAST[side])
