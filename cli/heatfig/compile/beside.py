"""What stands beside a grid, or beside all of them, at each side from the grid outward."""

from collections.abc import Iterable, Sequence

from heatfig.compile.facets import View
from heatfig.plan.axis import AxisPlan
from heatfig.plan.guides import Guide
from heatfig.plan.text import Side, Text
from heatfig.plan.tracks import Beside, Track
from heatfig.plan.tracks.axis_texts import AxisLabel, GroupLabels, TickLabels
from heatfig.plan.tracks.guide import GuideTrack, Title

_SIDES: dict[str, Side] = {"x": "bottom", "y": "left"}

Placed = tuple[Side, Track]
Guided = tuple[Side, Guide]


def panel_beside(view: View, x: AxisPlan, y: AxisPlan, tracks: Sequence[Placed]) -> list[Placed]:
    """The tracks of a panel, what its axes show, and its title; a colorbar comes between these."""
    axes = (("x", x, view.settings.axes.x), ("y", y, view.settings.axes.y))
    shown = [(asked.side or _SIDES[name], track) for name, axis, asked in axes for track in _axis_tracks(axis)]
    return [*tracks, *shown]


def ordered(placed: Iterable[Placed]) -> Beside:
    """The tracks by side."""
    sides: dict[Side, list[Track]] = {"left": [], "right": [], "top": [], "bottom": []}
    for side, track in placed:
        sides[side].append(track)
    return Beside(*(tuple(tracks) for tracks in sides.values()))


def guides_and_title(guides: Iterable[Guided], title: Text, side: Side) -> list[Placed]:
    """Guides at their sides, and behind them the title at its own."""
    placed: list[Placed] = [(at, GuideTrack(guide.id)) for at, guide in guides]
    return [*placed, (side, Title())] if title else placed


def _axis_tracks(axis: AxisPlan) -> Iterable[Track]:
    """What an axis shows, from the grid outward."""
    if axis.ticks:
        yield TickLabels()
    if axis.groups:
        yield GroupLabels()
    if axis.label:
        yield AxisLabel()
