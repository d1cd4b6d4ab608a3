"""Labels at the outer panels alone, where the spec asks for that."""

from collections.abc import Sequence
from dataclasses import replace

from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Side
from heatfig.plan.tracks import Beside, Track
from heatfig.plan.tracks.axis_texts import AxisLabel, GroupLabels, TickLabels

# The step from a panel to the one that stands between it and the outside, in rows and columns.
_TOWARDS: dict[Side, tuple[int, int]] = {"bottom": (1, 0), "top": (-1, 0), "left": (0, -1), "right": (0, 1)}
_OF_AN_AXIS = (TickLabels, GroupLabels, AxisLabel)


def outer_labels(panels: Sequence[PanelPlan], across: int) -> tuple[PanelPlan, ...]:
    """The panels, `across` in a row, without the texts of axes that the next panel outward shows, too."""
    return tuple(_outer(panels, index, across) for index in range(len(panels)))


def _outer(panels: Sequence[PanelPlan], index: int, across: int) -> PanelPlan:
    panel = panels[index]
    repeated = {side for side in _TOWARDS if _repeats(panels, index, across, side)}

    def kept(side: Side) -> tuple[Track, ...]:
        tracks = panel.beside.at(side)
        return tuple(t for t in tracks if side not in repeated or not isinstance(t, _OF_AN_AXIS))

    return replace(panel, beside=Beside(kept("left"), kept("right"), kept("top"), kept("bottom")))


def _repeats(panels: Sequence[PanelPlan], index: int, across: int, side: Side) -> bool:
    """Whether the neighbour towards a side shows the same texts there."""
    down, right = _TOWARDS[side]
    row, column = index // across + down, index % across + right
    neighbour = row * across + column
    if not (0 <= column < across and row >= 0 and neighbour < len(panels)):
        return False
    return _texts(panels[index], side) == _texts(panels[neighbour], side)


def _texts(panel: PanelPlan, side: Side) -> object:
    axis = panel.x if side in {"top", "bottom"} else panel.y
    shown = [track for track in panel.beside.at(side) if isinstance(track, _OF_AN_AXIS)]
    return shown, axis.keys, axis.ticks, axis.groups, axis.label
