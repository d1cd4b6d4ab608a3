"""Lines between cells, and frames around them: none around cells that a mask hides."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.grid.contours import contours
from heatfig.layout.grid.frame import CellFrame
from heatfig.layout.scene.items import Lines, Point
from heatfig.layout.scene.role import Role
from heatfig.layout.stroke import stroked
from heatfig.layout.style import BLEED
from heatfig.plan.frame import Frame
from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import Flags

Polyline = tuple[Point, ...]
Some = NDArray[np.bool_]
Run = tuple[int, int]  # the first and the last of some cells


def gap_lines(stroke: Stroke, frame: CellFrame, shown: Flags | None, under: bool) -> Lines:
    """Lines in the gaps, from end to end of each block; they reach `under` filled cells, so that no hairline shows."""
    shown = np.ones((len(frame.y.starts), len(frame.x.starts)), np.bool_) if shown is None else shown
    upright = [((x, top), (x, bottom)) for x, top, bottom in _between(frame.x, frame.y, shown.T)]
    level = [((left, y), (right, y)) for y, left, right in _between(frame.y, frame.x, shown)]
    strokes = tuple(tuple(_moved(point, frame.origin) for point in line) for line in (*upright, *level))
    return stroked(Role("gap", frame.panel), strokes, replace(stroke, width=frame.x.gap + BLEED * under), frame.ink)


def _between(across: BandScale, along: BandScale, shown: Flags) -> Iterator[tuple[float, float, float]]:
    """For each gap across its middle, and from where to where it lies between two cells that are both shown."""
    for first, last in across.blocks():
        for index in range(first, last):
            one, other = shown[index], shown[index + 1]
            for start, end in _stretches(along, one & other, one | other):
                yield (across.ends[index] + across.starts[index + 1]) / 2, start, end


def _stretches(cells: BandScale, both: Some, either: Some) -> Iterator[tuple[float, float]]:
    """From where to where two cells are shown; over the gap beyond them where one is, as a line turns there."""
    for first, last in cells.blocks():
        edges = np.flatnonzero(np.diff([0, *both[first : last + 1].astype(np.int8), 0])).reshape(-1, 2) + first
        for begin, end in edges.tolist():
            before, after = begin > first and either[begin - 1], end <= last and either[end]
            start = cells.ends[begin - 1] if before else cells.starts[begin]
            yield start, cells.starts[end] if after else cells.ends[end - 1]


def frame_lines(border: Frame, frame: CellFrame, shown: Flags | None) -> Lines:
    """A line around the grid, or around each block of cells with no wider gap between them, as far as it is shown."""
    strokes: list[Polyline] = []
    for columns in _framed(border, frame.x):
        for rows in _framed(border, frame.y):
            strokes += [_around(frame, rows, columns)] if shown is None else _within(frame, rows, columns, shown)
    return stroked(Role("frame", frame.panel), tuple(strokes), border.stroke, frame.ink)


def _framed(border: Frame, cells: BandScale) -> Iterator[Run]:
    """The first and last cells of what has a frame of its own."""
    return cells.blocks() if border.around == "blocks" else iter([(0, len(cells.ends) - 1)])


def _around(frame: CellFrame, rows: Run, columns: Run) -> Polyline:
    """The line around all cells from the first to the last row and column."""
    top, bottom = frame.y.starts[rows[0]], frame.y.ends[rows[1]]
    left, right = frame.x.starts[columns[0]], frame.x.ends[columns[1]]
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return tuple(_moved(corner, frame.origin) for corner in corners)


def _within(frame: CellFrame, rows: Run, columns: Run, shown: Flags) -> Iterator[Polyline]:
    """The lines around those that are shown; none where cells are smaller than what is drawn can show."""
    if min(frame.x.cell, frame.y.cell) < frame.pixel:
        return
    block = np.zeros(np.array(shown.shape) + 2, np.bool_)  # with nothing all around
    some = slice(rows[0] + 1, rows[1] + 2), slice(columns[0] + 1, columns[1] + 2)
    block[some] = shown[rows[0] : rows[1] + 1, columns[0] : columns[1] + 1]
    inner = block[:-2, 1:-1] & block[2:, 1:-1] & block[1:-1, :-2] & block[1:-1, 2:]
    outer = ((row, column) for row, column in np.argwhere(block[1:-1, 1:-1] & ~inner).tolist())
    yield from contours(frame, outer, among=lambda at: bool(block[at[0] + 1, at[1] + 1]))


def _moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]
