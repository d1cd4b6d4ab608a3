"""The end of a side at which what lies along it has its heading and scale: each corner of a grid has those of one."""

import math
from collections.abc import Iterator
from functools import cached_property
from typing import assert_never

from heatfig.layout.edge import Edge
from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.scene.items import Item, Point
from heatfig.layout.scene.role import Role
from heatfig.layout.setting import Setting
from heatfig.layout.texts.anchor import Box, alignment, pinned
from heatfig.layout.texts.block import Block
from heatfig.layout.tracks.pose import FAR
from heatfig.plan.tracks import Track
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
from heatfig.runtime.arrays import RGB
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


@dataclass(frozen=True)
class EndName:
    """A name past an end of a side, turned as tick labels are that stand there; `gap` lies before it."""

    text: Block
    end: End
    side: Side
    angle: float
    gap: float

    @property
    def _toward(self) -> Side:
        """The side of the grid past which it stands."""
        ends: tuple[Side, Side] = ("top", "bottom") if self.side in {"left", "right"} else ("left", "right")
        return ends[self.end.last]

    @cached_property
    def _pin(self) -> tuple[Point, Box]:
        return pinned(self.text, self._toward, self.angle, self.gap)

    def _far(self, side: Side) -> float:
        edge, sign = FAR[side]
        return sign * self._pin[1][edge]

    @property
    def past(self) -> float:
        """How far past the end it reaches."""
        return self._far(self._toward)

    @property
    def half(self) -> float:
        """How much of the band it takes on either side of its pin.

        At the side of a grid lines that are as far apart stand clear of each other; above and below all of it counts,
        as what it leans over there are guides.
        """
        if self.side not in {"left", "right"}:
            _, top, _, bottom = self._pin[1]
            return max(-top, bottom)
        return min(self._long, self.text.height / max(abs(math.sin(math.radians(self.angle))), 1e-9)) / 2

    @property
    def _long(self) -> float:
        left, _, right, _ = self._pin[1]
        return right - left

    def beyond(self, half: float) -> float:
        """How far it leans out past what reaches so far from its pin."""
        return max(0.0, self._far(self.side) - half)

    def draw(self, role: Role, cells: BandScale, edge: Edge, out: float, ink: RGB) -> Iterator[Item]:
        """The text, pinned that far out."""
        at = edge.point(self.end.at(cells, 0.0), out)
        yield from self.text.text_runs(role, at, self._pin[0], self.angle, alignment(self._toward, self.angle), ink)


def turned_name(text: Block | None, end: End, side: Side, gap: float) -> EndName | None:
    """A name that its style turns."""
    angle = None if text is None else text.style.rotation
    return None if text is None or angle is None else EndName(text, end, side, angle, gap)


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
        case TickLabels() | DiagonalLabels() | GroupLabels() | AxisLabel() | ChosenLabels():
            return True
        case Bars() | Points() | LineTrack() | Violins() | Boxes():
            return True
        case _:
            assert_never(track)
