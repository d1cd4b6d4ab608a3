"""Where things stand by a figure's scene: the cells, and points in them that no text or line touches."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from decode import Box, Point
from numpy.typing import NDArray
from oracle.cells import At

from heatfig.build.figure import Figure
from heatfig.layout.role import Role
from heatfig.layout.scene import CellGroup, Image, Lines, Rect, TextRun

Floats = NDArray[np.float64]

_LATTICE = [(u, v) for u in np.linspace(0.1, 0.9, 9) for v in np.linspace(0.1, 0.9, 9)]


def cell_boxes(figure: Figure, panel: int) -> dict[At, Box]:
    """The cells of a panel, from its groups or from its image."""
    boxes: dict[At, Box] = {}
    for item in figure.scene.items:
        if item.role.panel != panel:
            continue
        if isinstance(item, CellGroup):
            rect = item.items[0]
            assert isinstance(rect, Rect)
            boxes[_cell(item.role)] = (rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
        elif isinstance(item, Image) and item.role.kind == "cells":
            plan = figure.plan.panels[panel]
            boxes.update(_divided(item, plan.grid.scores.shape, plan.x.edges, plan.y.edges))
    return boxes


def _divided(
    image: Image, shape: tuple[int, ...], across: tuple[float, ...], down: tuple[float, ...]
) -> Iterator[tuple[At, Box]]:
    """The boxes of cells in an image of them all, whose edges are known in shares of it."""
    parts = shape[2]
    xs = (
        image.x
        + np.interp(np.arange(shape[1] * parts + 1) / parts, range(len(across)), across) / shape[1] * image.width
    )
    ys = image.y + np.array(down) / shape[0] * image.height
    for row, column, part in np.ndindex(shape[0], shape[1], parts):
        at = column * parts + part
        yield (row, column, part), (float(xs[at]), float(ys[row]), float(xs[at + 1]), float(ys[row + 1]))


def clear_points(figure: Figure, panel: int) -> dict[At, Point]:
    """For each cell of a panel the point, of a lattice, farthest from any text or line in it."""
    within: dict[At, list[TextRun | Lines]] = {}
    for item in figure.scene.items:
        for inner in item.items if isinstance(item, CellGroup) else (item,):
            if isinstance(inner, TextRun | Lines) and inner.role.panel == panel and inner.role.row is not None:
                within.setdefault(_cell(inner.role), []).append(inner)
    return {at: clearest(box, within.get(at, [])) for at, box in cell_boxes(figure, panel).items()}


def _cell(role: Role) -> At:
    assert role.row is not None
    assert role.column is not None
    return role.row, role.column, role.part or 0


def clearest(box: Box, obstacles: list[TextRun | Lines]) -> Point:
    """The point of a box, of a lattice, farthest from texts and lines."""
    left, top, right, bottom = box
    lattice = np.array([(left + u * (right - left), top + v * (bottom - top)) for u, v in _LATTICE])
    clear = np.full(len(lattice), np.inf)
    for obstacle in obstacles:
        strokes = obstacle.strokes if isinstance(obstacle, Lines) else (_middle(obstacle),)
        reach = 0 if isinstance(obstacle, Lines) else (obstacle.ascent + obstacle.descent) / 2
        for start, end in (part for stroke in strokes for part in pairwise(stroke)):
            clear = np.minimum(clear, _distance(lattice, np.array(start), np.array(end)) - reach)
    best = int(np.argmax(clear))
    assert clear[best] > 0.5, "no point of the cell is clear of texts and lines"
    return float(lattice[best, 0]), float(lattice[best, 1])


def _middle(words: TextRun) -> tuple[Point, Point]:
    y = words.y - (words.ascent - words.descent) / 2
    return (words.x, y), (words.x + words.width, y)


def _distance(points: Floats, start: Floats, end: Floats) -> Floats:
    """From each point to the stretch between two others."""
    along = end - start
    share = np.clip((points - start) @ along / max(float(along @ along), 1e-12), 0, 1)
    return np.asarray(np.hypot(*(points - start - share[:, None] * along).T), np.float64)
