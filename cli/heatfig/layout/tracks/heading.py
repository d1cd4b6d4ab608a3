"""The end of a side at which what lies along it has its heading and scale: each corner of a grid has those of one."""

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.setting import Setting
from heatfig.plan.tracks import Track
from heatfig.plan.tracks.dendrogram import Dendrogram
from heatfig.plan.tracks.guide import GuideTrack, Title
from heatfig.plan.tracks.margin import Margin
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.plan.tracks.strip import Strip
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

HIGHEST = 3.5  # em
_AT_LAST: Side = "bottom"  # the side whose headings stand at its last cell; at the left it depends


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


def heading_end(setting: Setting, rise: float = 0.0) -> End:
    """The end for a side, which leaves the other end's corner to the next side around the grid.

    At the left it is the upper one where nothing above the grid has a heading: below it would read as a tick label. One
    that would rise far above the grid, which is so much wasted of the page, stays below unless a tree stands there.
    """
    if setting.slot.side == "left":
        above = setting.panel.beside.top
        wasted = rise > HIGHEST * setting.style.base and not any(isinstance(track, Dendrogram) for track in above)
        return End(wasted or any(map(_has_heading, above)))
    return End(setting.slot.side == _AT_LAST)


def _has_heading(track: Track) -> bool:
    """Whether something above a grid has a text at its left end, or is a line of labels."""
    match track:
        case Dendrogram() | GuideTrack() | Title():
            return False
        case Strip() | Margin() | RowTexts():
            return bool(track.label)
        case _:
            return True
