"""The end of a side at which what lies along it has its heading: where no tick labels stand."""

from dataclasses import dataclass

from heatfig.layout.band import Setting
from heatfig.layout.band_scale import BandScale
from heatfig.plan.text import Side
from heatfig.plan.tracks.axis_texts import TickLabels


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


def heading_end(setting: Setting) -> End:
    """The upper end or, at the top and bottom, the right one, unless tick labels stand there."""
    usual: Side = "top" if setting.slot.upright else "right"
    taken = any(isinstance(track, TickLabels) for track in setting.panel.beside.at(usual))
    return End(last=taken == setting.slot.upright)
