"""Tracks: the language's kinds, as those of the plan."""

from collections.abc import Sequence
from typing import assert_never

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.tracks.bars import bars
from heatfig.compile.tracks.box import boxes
from heatfig.compile.tracks.dendrogram import dendrogram
from heatfig.compile.tracks.labels import labels
from heatfig.compile.tracks.line import line
from heatfig.compile.tracks.margin import margin
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.points import points
from heatfig.compile.tracks.strip import strip
from heatfig.compile.tracks.text import texts
from heatfig.compile.tracks.violin import violins
from heatfig.compile.view import View
from heatfig.diagnostics import Report
from heatfig.language.hints import kind_of
from heatfig.language.tracks import (
    Bars,
    Boxes,
    Dendrogram,
    Labels,
    LineTrack,
    Margin,
    Points,
    RowTexts,
    Strip,
    Track,
    Violins,
)
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.panel import PanelPlan
from heatfig.runtime.arrays import RGB
from heatfig.scales.sides import AXIS_ALONG, Side


def panel_tracks(
    views: Sequence[View],
    view: View,
    cells: PanelCells,
    plan: PanelPlan,
    scale: ColorScale,
    columns: int,
    palette: tuple[RGB, ...],
) -> list[tuple[Side, MadeTrack]]:
    """The tracks beside a panel's grid, each with its side; raises Problems for all that the data lack."""
    found: list[tuple[Side, MadeTrack]] = []
    report = Report()
    for side in AXIS_ALONG:
        for number, spec in enumerate(view.settings.beside.at(side)):
            before = tuple(made for _, made in found)
            kind = kind_of(spec)
            place = TrackPlace(views, view, cells, plan, scale, columns, side, number, kind, palette, before)
            if view.spec.is_invalid(*place.path):
                continue
            with report.collecting():
                found.append((side, _compiled(place, spec)))
    report.check()
    return found


def _compiled(place: TrackPlace, spec: Track) -> MadeTrack:
    match spec:
        case Strip():
            return strip(place, spec)
        case Bars():
            return bars(place, spec)
        case Points():
            return points(place, spec)
        case LineTrack():
            return line(place, spec)
        case Violins():
            return violins(place, spec)
        case Boxes():
            return boxes(place, spec)
        case RowTexts():
            return texts(place, spec)
        case Margin():
            return margin(place, spec)
        case Dendrogram():
            return dendrogram(place, spec)
        case Labels():
            return labels(place, spec)
        case _:
            assert_never(spec)
