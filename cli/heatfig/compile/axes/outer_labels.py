"""Labels at the outer panels alone, and labels of axes once, where the spec asks for that."""

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from heatfig.compile.page.areas import beside
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text
from heatfig.plan.tracks import Beside, OfAxis, OfData, Track
from heatfig.plan.tracks.axis_texts import AxisLabel
from heatfig.plan.tracks.strip import Strip
from heatfig.scales.sides import AXIS_ALONG, Side


def outer_labels(panels: Sequence[PanelPlan]) -> list[PanelPlan]:
    """The panels without the texts of axes, and the tracks, that the next panel outward shows, too."""
    return [_outer(panels, panel) for panel in panels]


def _outer(panels: Sequence[PanelPlan], panel: PanelPlan) -> PanelPlan:
    def kept(side: Side) -> tuple[Track, ...]:
        further = [other for other in panels if _repeats(other, panel, side)]
        shown = [_looks(track) for other in further for track in other.beside.at(side)]
        return tuple(track for track in panel.beside.at(side) if not further or not _repeated(track, shown))

    return _with_tracks(panel, kept)


def _with_tracks(panel: PanelPlan, kept: Callable[[Side], tuple[Track, ...]]) -> PanelPlan:
    """The panel with only the tracks that are kept at each side."""
    return replace(panel, beside=Beside(kept("left"), kept("right"), kept("top"), kept("bottom")))


def _repeated(track: Track, shown: Sequence[Track]) -> bool:
    """Whether a track is of the axis, whose texts are the same there, or one of those that are shown there."""
    return isinstance(track, OfAxis) or (isinstance(track, OfData) and _looks(track) in shown)


def _looks(track: Track) -> Track:
    """A track without the name of its color scale, which each panel's has its own."""
    return replace(track, scale=None) if isinstance(track, Strip) else track


def common_labels(panels: Sequence[PanelPlan], taken: Container[Side]) -> tuple[list[PanelPlan], list[Side]]:
    """The panels without the axis labels that all have in common and several show; the sides at which these stood.

    None are taken from sides at which something else would then stand between panels and their label.
    """
    common = [side for side in AXIS_ALONG if side not in taken and _common(panels, side)]
    return [_without_label(panel, common) for panel in panels], common


def _without_label(panel: PanelPlan, sides: Sequence[Side]) -> PanelPlan:
    """The panel without the axis labels at some sides."""

    def kept(side: Side) -> tuple[Track, ...]:
        return tuple(t for t in panel.beside.at(side) if side not in sides or not isinstance(t, AxisLabel))

    return _with_tracks(panel, kept)


def _repeats(other: PanelPlan, panel: PanelPlan, side: Side) -> bool:
    """Whether a panel is the neighbour of another towards a side, and shows the same texts there."""
    return beside(panel.area, other.area, side) and _texts(panel, side) == _texts(other, side)


def _texts(panel: PanelPlan, side: Side) -> object:
    axis = panel.x if side in {"top", "bottom"} else panel.y
    shown = [track for track in panel.beside.at(side) if isinstance(track, OfAxis)]
    return shown, axis.keys, axis.ticks, axis.groups, axis.label


def _common(panels: Sequence[PanelPlan], side: Side) -> bool:
    """Whether several panels show an axis label at a side, outermost, and the axes of all panels have that one."""
    shown = [tracks for panel in panels if AxisLabel() in (tracks := panel.beside.at(side))]
    outermost = all(tracks[-1] == AxisLabel() for tracks in shown)
    return len(shown) > 1 and outermost and len({_label(panel, side) for panel in panels}) == 1


def _label(panel: PanelPlan, side: Side) -> Text:
    return (panel.x if side in {"top", "bottom"} else panel.y).label
