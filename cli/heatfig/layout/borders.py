"""Lines between cells, and frames around them."""

from collections.abc import Iterator
from dataclasses import replace

from heatfig.layout.band_scale import BandScale
from heatfig.layout.frame import CellFrame
from heatfig.layout.role import Role
from heatfig.layout.scene import Lines, Point
from heatfig.layout.stroke import stroked
from heatfig.layout.style import BLEED
from heatfig.plan.frame import Frame
from heatfig.plan.text import Stroke


def gap_lines(stroke: Stroke, frame: CellFrame, under: bool) -> Lines:
    """Lines in the gaps, from end to end of each block; they reach `under` filled cells, so that no hairline shows."""
    gap = stroke.width
    upright = [((x, top), (x, bottom)) for x in _gaps(frame.x, gap) for top, bottom in _ends(frame.y, gap)]
    level = [((left, y), (right, y)) for y in _gaps(frame.y, gap) for left, right in _ends(frame.x, gap)]
    strokes = tuple(tuple(_moved(point, frame.origin) for point in stroke) for stroke in (*upright, *level))
    return stroked(Role("gap", frame.panel), strokes, replace(stroke, width=gap + BLEED * under), frame.ink)


def frame_lines(asked: Frame, gap: float, frame: CellFrame) -> Lines:
    """A line around the grid, or around each block of cells with no wider gap between them."""
    around = gap if asked.around == "blocks" else float("inf")
    strokes = []
    for left, right in _ends(frame.x, around):
        for top, bottom in _ends(frame.y, around):
            corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
            strokes.append(tuple(_moved(corner, frame.origin) for corner in corners))
    return stroked(Role("frame", frame.panel), tuple(strokes), asked.stroke, frame.ink)


def _ends(cells: BandScale, gap: float) -> list[tuple[float, float]]:
    """Where each block begins and ends."""
    return [(cells.starts[first], cells.ends[last]) for first, last in cells.runs(gap)]


def _gaps(cells: BandScale, gap: float) -> Iterator[float]:
    """The middle of each gap within a block."""
    for first, last in cells.runs(gap):
        for index in range(first, last):
            yield (cells.ends[index] + cells.starts[index + 1]) / 2


def _moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]
