"""Where things stand by a figure's scene: the cells, and points in them that no text or line touches."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from decode import Box, Point
from numpy.typing import NDArray
from oracle.cells import At

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import CellGroup, Circle, Image, Item, Lines, Rect, TextRun
from heatfig.layout.scene.role import Role
from heatfig.plan.grid import MASKED
from heatfig.plan.panel import PanelPlan

Floats = NDArray[np.float64]

BEYOND = 0.12  # em, by which signs such as brackets are higher and lower than digits
INSET = 0.15  # at which the corners of a square lie within its circle
_LATTICE = [(u, v) for u in np.linspace(0.1, 0.9, 9) for v in np.linspace(0.1, 0.9, 9)]


def cell_boxes(figure: Figure, panel: int) -> dict[At, Box]:
    """The cells of a panel, from its groups or from its image."""
    boxes: dict[At, Box] = {}
    for item in figure.scene.items:
        if item.role.panel != panel:
            continue
        if isinstance(item, CellGroup) and figure.plan.panels[panel].shapes is None:
            boxes[_cell(item.role)] = _box(item.items[0])
        elif isinstance(item, Lines) and item.role.kind == "frame" and figure.plan.panels[panel].shapes is not None:
            boxes.update(_framed(item, figure.plan.panels[panel]))
        elif isinstance(item, Image) and item.role.kind == "cells":
            plan, kinds = figure.plan.panels[panel], figure.plan.panels[panel].grid.kinds
            divided = _divided(item, kinds.shape, plan.x.edges, plan.y.edges)
            boxes.update((at, box) for at, box in divided if kinds[at] != MASKED)
    return boxes


def _box(item: Item) -> Box:
    if isinstance(item, Circle):
        return item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
    assert isinstance(item, Rect)
    return item.x, item.y, item.x + item.width, item.y + item.height


def _framed(frame: Lines, panel: PanelPlan) -> Iterator[tuple[At, Box]]:
    """Cells of one size in frames around blocks of them, or around all, where shapes do not fill them."""
    ends = [np.round((*np.min(stroke, axis=0), *np.max(stroke, axis=0)), 6).tolist() for stroke in frame.strokes]
    rows, columns, parts = panel.grid.scores.shape
    across = list(_in_blocks(sorted({(left, right) for left, _, right, _ in ends}), columns, panel.gap))
    down = list(_in_blocks(sorted({(top, bottom) for _, top, _, bottom in ends}), rows, panel.gap))
    for row, column, number in np.ndindex(rows, columns, parts):
        (left, right), (top, bottom) = across[column], down[row]
        part = (right - left) / parts
        yield (row, column, number), (left + number * part, top, left + (number + 1) * part, bottom)


def _in_blocks(blocks: list[tuple[float, float]], count: int, gap: float) -> Iterator[tuple[float, float]]:
    """From where to where cells of one size reach that fill blocks of them."""
    step = sum(high - low + gap for low, high in blocks) / count
    for low, high in blocks:
        for number in range(round((high - low + gap) / step)):
            yield low + number * step, low + (number + 1) * step - gap


def shown_boxes(figure: Figure, panel: int) -> dict[At, Box]:
    """Where the colour of each cell is: well within its shape, or in the whole cell."""
    boxes = cell_boxes(figure, panel)
    for item in figure.scene.items if figure.plan.panels[panel].shapes is not None else ():
        if (
            isinstance(item, CellGroup)
            and item.role.panel == panel
            and isinstance(next(iter(item.items), None), Rect | Circle)
        ):
            left, top, right, bottom = _box(item.items[0])
            wide, high = INSET * (right - left), INSET * (bottom - top)
            boxes[_cell(item.role)] = left + wide, top + high, right - wide, bottom - high
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
    """For each cell the point of a lattice farthest from texts and lines, but where these leave none."""
    within: dict[tuple[int, int], list[TextRun | Lines]] = {}  # of all parts, as what is in one may reach into another
    lines = [item for item in figure.scene.items if isinstance(item, Lines) and item.role.panel == panel]
    over = [item for item in lines if item.role == Role("outline", panel) or item.role.kind == "line"]
    for item in figure.scene.items:
        for inner in item.items if isinstance(item, CellGroup) else (item,):
            if isinstance(inner, TextRun | Lines) and inner.role.panel == panel and inner.role.row is not None:
                within.setdefault(_cell(inner.role)[:2], []).append(inner)
    found = {at: clearest(box, [*over, *within.get(at[:2], [])]) for at, box in shown_boxes(figure, panel).items()}
    return {at: point for at, point in found.items() if point is not None}


def _cell(role: Role) -> At:
    assert role.row is not None
    assert role.column is not None
    return role.row, role.column, role.part or 0


def clearest(box: Box, obstacles: list[TextRun | Lines]) -> Point | None:
    """The point of a box, of a lattice, farthest from texts and lines; None where they cover all of it."""
    left, top, right, bottom = box
    lattice = np.array([(left + u * (right - left), top + v * (bottom - top)) for u, v in _LATTICE])
    clear = np.full(len(lattice), np.inf)
    for obstacle in obstacles:
        strokes = obstacle.strokes if isinstance(obstacle, Lines) else (_middle(obstacle),)
        if isinstance(obstacle, Lines):
            reach = obstacle.width / 2
        else:
            reach = (obstacle.ascent + obstacle.descent) / 2 + BEYOND * obstacle.size
        for start, end in (part for stroke in strokes for part in pairwise(stroke)):
            clear = np.minimum(clear, _distance(lattice, np.array(start), np.array(end)) - reach)
    best = int(np.argmax(clear))
    return (float(lattice[best, 0]), float(lattice[best, 1])) if clear[best] > 0.4 else None


def _middle(words: TextRun) -> tuple[Point, Point]:
    y = words.y - (words.ascent - words.descent) / 2
    return (words.x, y), (words.x + words.width, y)


def _distance(points: Floats, start: Floats, end: Floats) -> Floats:
    """From each point to the stretch between two others."""
    along = end - start
    share = np.clip((points - start) @ along / max(float(along @ along), 1e-12), 0, 1)
    return np.asarray(np.hypot(*(points - start - share[:, None] * along).T), np.float64)
