"""The last look at a scene: no text over other text, nothing outside the page."""

from collections.abc import Iterator
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

from heatfig.layout.problems import Misfit, Misfits
from heatfig.layout.scene.items import Point, Scene, TextRun
from heatfig.layout.scene.role import Role
from heatfig.plan.page import Size
from heatfig.plan.sources import PlanPath

Corners = NDArray[np.float64]
_SLACK = 0.05
_SIZE = ("page", "size")


def overlaps(scene: Scene) -> Iterator[tuple[TextRun, TextRun]]:
    """Pairs of texts whose turned boxes share more than a hair's breadth."""
    words = [item for item in scene.text_runs() if item.content.strip()]
    corners = np.array([item.corners() for item in words]).reshape(len(words), 4, 2)
    low, high = corners.min(axis=1), corners.max(axis=1)
    order = np.argsort(low[:, 0], kind="stable")
    for one, other in _neighbours(low[order], high[order] - _SLACK):
        if _boxes_meet(words[order[one]].corners(), words[order[other]].corners()):
            yield words[order[one]], words[order[other]]


def _neighbours(low: Corners, high: Corners) -> list[tuple[int, int]]:
    """Pairs of upright boxes that share area, in order; only boxes in one square of a lattice are compared."""
    if len(low) < 2:
        return []
    step = np.maximum((high - low).mean(axis=0), _SLACK)
    firsts, lasts = (np.floor(edge / step).astype(int).tolist() for edge in (low, high))
    squares: dict[tuple[int, int], list[int]] = {}
    for box, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        for square in product(range(first[0], last[0] + 1), range(first[1], last[1] + 1)):
            squares.setdefault(square, []).append(box)
    lows, highs = low.tolist(), high.tolist()
    return sorted(
        {
            (one, other)
            for boxes in squares.values()
            for one, other in combinations(boxes, 2)
            if all(lows[other][n] < highs[one][n] and lows[one][n] < highs[other][n] for n in (0, 1))
        }
    )


def outside(scene: Scene) -> Iterator[TextRun]:
    """Texts that leave the page."""
    for item in scene.text_runs():
        for x, y in item.corners():
            if not (-_SLACK <= x <= scene.width + _SLACK and -_SLACK <= y <= scene.height + _SLACK):
                yield item
                break


def check_collisions(scene: Scene, page_size: Size) -> None:
    """Raise Misfits for texts that meet others or leave the page, the first of each kind of text."""
    sized = page_size != Size()
    misfits: dict[tuple[str, ...], Misfit] = {}
    for item in outside(scene):
        message = f"the {item.role.kind} '{item.content}' does not fit on the page"
        hint = "a larger size, a smaller font, or a shorter text"
        about = _SIZE if sized else _about(item.role)
        misfits.setdefault((item.role.kind,), Misfit("does-not-fit", message, about, hint))
    for one, other in overlaps(scene):
        message = f"the {one.role.kind} '{one.content}' overlaps the {other.role.kind} '{other.content}'"
        about = _SIZE if sized else _about(one.role)
        misfits.setdefault((one.role.kind, other.role.kind), Misfit("does-not-fit", message, about, _apart(one, other)))
    if misfits:
        raise Misfits(misfits.values())


def _apart(one: TextRun, other: TextRun) -> str:
    """What keeps two texts apart: in one cell first of all another place, or another condition."""
    usual = "a larger size, a smaller font, or shorter texts"
    return f"another `at` or `where` for one of them, {usual}" if _in_one_cell(one, other) else usual


def _in_one_cell(one: TextRun, other: TextRun) -> bool:
    """Whether two texts stand in the same cell."""
    return one.role.row is not None and one.role.on("cell") == other.role.on("cell")


def _about(role: Role) -> PlanPath:
    """What the plan says of a text."""
    panel: PlanPath = () if role.panel is None else ("panels", role.panel)
    match role.kind:
        case "annotation":
            return (*panel, "annotations")
        case "tick label":
            return (*panel, str(role.axis), "ticks", role.index or 0)
        case "group label":
            return (*panel, str(role.axis), "groups", role.index or 0)
        case "axis label":
            return (*panel, str(role.axis), "label")
        case "title" | "tag":
            return (*panel, role.kind)
        case _ if role.side is not None and role.track is not None:
            return (*panel, "beside", role.side, role.track)
        case _:
            return _SIZE


def _boxes_meet(one: tuple[Point, ...], other: tuple[Point, ...]) -> bool:
    """Whether two rectangles share area, by the separating-axis theorem."""
    a, b = np.array(one), np.array(other)
    for box in (a, b):
        for edge in (box[1] - box[0], box[3] - box[0]):
            length = float(np.hypot(*edge))
            if not length:
                continue
            shadow_a, shadow_b = a @ edge / length, b @ edge / length
            if shadow_a.max() <= shadow_b.min() + _SLACK or shadow_b.max() <= shadow_a.min() + _SLACK:
                return False
    return True
