"""Tracks of several panels that show the same share a scale: equal lengths and colours mean equal numbers."""

from collections.abc import Sequence
from dataclasses import replace

from heatfig.compile.panel import Draft
from heatfig.compile.tracks.place import MadeTrack
from heatfig.diagnostics import Report
from heatfig.plan.tracks import Track


def with_common_scales(panels: Sequence[Draft], report: Report) -> list[Draft]:
    """The panels with one scale for all tracks that show the same."""
    shown: dict[object, list[float]] = {}
    for made in (made for panel in panels for made in panel.made):
        if made.common is not None:
            shown.setdefault(made.common.same, []).extend(made.common.numbers)
    found = []
    for panel in panels:
        with report.collecting():
            found.append(_over(panel, shown))
    return found


def _over(panel: Draft, shown: dict[object, list[float]]) -> Draft:
    made = [_joined(one, shown) for one in panel.made]
    instead: dict[int, Track] = {id(old.track): new.track for old, new in zip(panel.made, made, strict=True)}
    tracks = [(side, instead.get(id(track), track)) for side, track in panel.tracks]
    return replace(panel, made=made, tracks=tracks)


def _joined(made: MadeTrack, shown: dict[object, list[float]]) -> MadeTrack:
    common = made.common
    return made if common is None else common.over(shown[common.same])
