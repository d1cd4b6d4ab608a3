"""What stands beside a grid: the closed union of its kinds, and what stands at each side from the grid outward."""

from collections.abc import Iterator

from heatfig.plan.tracks.axis_texts import AxisLabel, GroupLabels, TickLabels
from heatfig.plan.tracks.bars import Bars
from heatfig.plan.tracks.box import Boxes
from heatfig.plan.tracks.chosen_labels import ChosenLabels
from heatfig.plan.tracks.dendrogram import Dendrogram
from heatfig.plan.tracks.diagonal_labels import DiagonalLabels
from heatfig.plan.tracks.guide import GuideTrack, Title
from heatfig.plan.tracks.line import LineTrack
from heatfig.plan.tracks.margin import Margin
from heatfig.plan.tracks.points import Points
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.plan.tracks.strip import Strip
from heatfig.plan.tracks.violin import Violins
from heatfig.runtime.deferred import dataclass
from heatfig.scales.sides import Side

OfAxis = TickLabels | DiagonalLabels | GroupLabels | AxisLabel
OfData = Strip | Bars | Points | LineTrack | Violins | Boxes | RowTexts | Margin | Dendrogram | ChosenLabels
Track = OfAxis | OfData | GuideTrack | Title


@dataclass(frozen=True)
class Beside:
    """The tracks at each side, from the grid outward."""

    left: tuple[Track, ...] = ()
    right: tuple[Track, ...] = ()
    top: tuple[Track, ...] = ()
    bottom: tuple[Track, ...] = ()

    def at(self, side: Side) -> tuple[Track, ...]:
        """The tracks at one side."""
        tracks: tuple[Track, ...] = getattr(self, side)
        return tracks

    def __iter__(self) -> Iterator[tuple[Side, Track]]:
        sides: tuple[Side, ...] = ("left", "right", "top", "bottom")
        for side in sides:
            for track in self.at(side):
                yield side, track
