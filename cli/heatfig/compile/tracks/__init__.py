"""What stands beside the grid because the spec asks for it: the language's kinds of tracks, as those of the plan."""

from collections.abc import Sequence
from typing import assert_never

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.facets import View
from heatfig.compile.tracks.bars import bars
from heatfig.compile.tracks.dendrogram import dendrogram
from heatfig.compile.tracks.labels import labels
from heatfig.compile.tracks.line import line
from heatfig.compile.tracks.margin import margin
from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.compile.tracks.points import points
from heatfig.compile.tracks.strip import strip
from heatfig.compile.tracks.text import texts
from heatfig.diagnostics import Report
from heatfig.language.hints import kind_of
from heatfig.language.tracks import (
    Bars,
    Dendrogram,
    Labels,
    LineTexts,
    LineTrack,
    Margin,
    Points,
    Strip,
    Track,
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
) -> list[tuple[Side, Made]]:
    """The tracks beside a panel's grid, each with its side; raises Problems for all that the data lack for them."""
    found: list[tuple[Side, Made]] = []
    report = Report()
    for side in AXIS_ALONG:
        for number, asked in enumerate(view.settings.beside.at(side)):
            before = tuple(made for _, made in found)
            kind = kind_of(asked)
            place = TrackPlace(views, view, cells, plan, scale, columns, side, number, kind, palette, before)
            if view.spec.is_invalid(*place.path):
                continue
            with report.collecting():
                found.append((side, _made(place, asked)))
    report.check()
    return found


def _made(place: TrackPlace, asked: Track) -> Made:
    match asked:
        case Strip():
            return strip(place, asked)
        case Bars():
            return bars(place, asked)
        case Points():
            return points(place, asked)
        case LineTrack():
            return line(place, asked)
        case LineTexts():
            return texts(place, asked)
        case Margin():
            return margin(place, asked)
        case Dendrogram():
            return dendrogram(place, asked)
        case Labels():
            return labels(place, asked)
        case _:
            assert_never(asked)
