"""What stands beside a grid, or beside all of them, at each side from the grid outward."""

from collections.abc import Iterable, Sequence

from heatfig.compile.axes.diagonal import diagonal_labels
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.language.model.axes import Axis
from heatfig.plan.axis import AxisPlan
from heatfig.plan.guides import Guide
from heatfig.plan.panel import PanelPlan
from heatfig.plan.text import Text
from heatfig.plan.tracks import Beside, Track
from heatfig.plan.tracks.axis_texts import AxisLabel, GroupLabels, TickLabels
from heatfig.plan.tracks.chosen_labels import ChosenLabels
from heatfig.plan.tracks.diagonal_labels import DiagonalLabels
from heatfig.plan.tracks.guide import GuideTrack, Title
from heatfig.scales.sides import AXES, SIDES, AxisName, Side

Placed = tuple[Side, Track]
Guided = tuple[Side, Guide]


def panel_beside(view: View, plan: PanelPlan, tracks: Sequence[Placed]) -> list[Placed]:
    """The tracks of a panel, what its axes show, and its title; a colorbar comes between these."""
    shown: list[Placed] = []
    groups = {name: _groups(view.settings.axes.of(name)) for name in AXES}
    for side, track in tracks:
        shown.append((side, track))
        if isinstance(track, TickLabels):
            shown += [(side, each) for each in groups["y" if side in {"left", "right"} else "x"]]
    for name in AXES:
        side, labels = _labels(view, plan, name)
        listed = [track for at, track in tracks if at == side and isinstance(track, TickLabels | ChosenLabels)]
        if listed and isinstance(labels, DiagonalLabels):
            message = "`beside` has the labels at the side, not at the diagonal"
            raise problem("contradiction", message, view.at("axes", name, "side"), "leave one of them out")
        shown += [(side, track) for track in _axis_tracks(plan.axis(name), labels, groups[name], listed)]
    return shown


def _labels(view: View, plan: PanelPlan, name: AxisName) -> tuple[Side, Track]:
    """The tick labels of an axis, and their side."""
    side = view.settings.axes.of(name).side or SIDES[name][0]
    return diagonal_labels(view, plan) if side == "diagonal" else (side, TickLabels())


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


def _axis_tracks(axis: AxisPlan, labels: Track, groups: Sequence[Track], listed: Sequence[Track]) -> Iterable[Track]:
    """What an axis shows beside what is listed among the tracks of its side, from the grid outward."""
    if axis.ticks and not listed:
        yield labels
    if TickLabels() not in listed:
        yield from groups
    if axis.label:
        yield AxisLabel()


def _groups(spec: Axis) -> list[Track]:
    return [] if spec.group is None else [GroupLabels(spec.group.bracket)]
