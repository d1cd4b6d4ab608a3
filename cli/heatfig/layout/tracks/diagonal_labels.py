"""Tick labels along the diagonal of a triangle, in the room that its mask leaves."""

from heatfig.layout.band import Along
from heatfig.layout.setting import Setting
from heatfig.layout.tracks.tick_labels import TickLabelsBand, poses
from heatfig.plan.tracks.diagonal_labels import DiagonalLabels
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class DiagonalLabelsBand(TickLabelsBand):
    """Tick labels that stand so many cells inward of the grid's edge, and reach out past it where they are longer."""

    cells: tuple[int, ...]

    def inward(self, along: Along, index: int) -> float:
        """As far as the cells reach that are left empty."""
        assert along.across is not None
        count, across = self.cells[index], along.across
        return across.starts[count] if self.slot.side == "left" else across.length - across.ends[-1 - count]


def diagonal_labels_band(setting: Setting, track: DiagonalLabels) -> DiagonalLabelsBand:
    """Measure the labels."""
    return DiagonalLabelsBand(setting.axis, tuple(poses(setting)), setting.slot, setting.style, track.inward)
