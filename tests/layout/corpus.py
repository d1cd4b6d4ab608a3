"""Every good spec and every figure of the project, and what is asked of them; lengths are for texts of 8 points."""

import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from heatfig.build.figure import Figure, prepare
from heatfig.language.panels import PanelSpec
from heatfig.layout.grid.axis_scale import BandScale, spaced
from heatfig.layout.scene.items import CellGroup, Circle, Image, Item, Lines, Polygon, Rect, TextRun
from heatfig.plan.codec import dump
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.marks.texts import CellTexts

REPOSITORY = Path(__file__).parents[2]
SPECS = sorted([*(REPOSITORY / "tests/good").glob("**/*.yaml"), *(REPOSITORY / "specs").glob("**/*.yaml")])
NAMES = {spec: str(spec.relative_to(REPOSITORY)) for spec in SPECS}
MM = 72 / 25.4

prepared = cache(prepare)


def items(figure: Figure) -> Iterator[Item]:
    for item in figure.scene.items:
        yield item
        if isinstance(item, CellGroup):
            yield from item.items


def shaped(figure: Figure, panel: int) -> bool:
    """Whether texts in the cells of a panel may stand on other than the whole cell's colour."""
    plan = figure.plan.panels[panel]
    return plan.shapes is not None or bool(plan.layers)


def of_kind(figure: Figure, *kinds: str) -> list[Item]:
    return [item for item in items(figure) if item.role.kind in kinds]


def em(figure: Figure) -> float:
    return figure.plan.page.font_size / 8


def grids(figure: Figure) -> dict[int, tuple[float, float, float, float]]:
    """Left, top, right and bottom of each panel's cells."""
    found: dict[int, list[tuple[float, float, float, float]]] = {}
    for item in items(figure):
        if item.role.kind in {"cell", "cells"} and item.role.panel is not None and not isinstance(item, CellGroup):
            corners = corners_of(item)
            found.setdefault(item.role.panel, []).append(corners)
    return {
        panel: (*np.min([c[:2] for c in boxes], axis=0).tolist(), *np.max([c[2:] for c in boxes], axis=0).tolist())
        for panel, boxes in found.items()
    }


def corners_of(item: Item) -> tuple[float, float, float, float]:
    if isinstance(item, Circle):
        return item.x - item.radius, item.y - item.radius, item.x + item.radius, item.y + item.radius
    assert isinstance(item, Rect | Image)
    return item.x, item.y, item.x + item.width, item.y + item.height


def own_sized(figure: Figure) -> list[TextRun]:
    """The texts whose size no spec asks for."""
    asked = {float(size) for size in re.findall(r'"style": \{\s*"size": ([0-9.]+)', dump(figure.plan))}
    base = figure.plan.page.font_size
    scales = {mark.scale for panel in figure.plan.panels for mark in panel.marks if isinstance(mark, CellTexts)}
    asked |= {scale * base for scale in scales - {1.0}}
    return [run for run in figure.scene.text_runs() if not any(math.isclose(run.size, size) for size in asked)]


def asked(figure: Figure, panel: int) -> PanelSpec:
    """What the spec says of a panel; facets have one spec in common."""
    return figure.spec.panels[min(panel, len(figure.spec.panels) - 1)]


def bars_of(figure: Figure) -> Iterator[tuple[Colorbar, int, PanelSpec]]:
    """The colorbars of grids, each with a panel that it is of and what the spec says of that."""
    for bar in figure.plan.guides:
        if isinstance(bar, Colorbar):
            for number, panel in enumerate(figure.plan.panels):
                if panel.scale == bar.scale:
                    yield bar, number, asked(figure, number)


def spans(item: Item) -> tuple[tuple[float, float], tuple[float, float]]:
    """How far something reaches across the page, and down."""
    if isinstance(item, Rect | Image):
        return (item.x, item.x + item.width), (item.y, item.y + item.height)
    if isinstance(item, Circle):
        return (item.x - item.radius, item.x + item.radius), (item.y - item.radius, item.y + item.radius)
    if isinstance(item, Lines):
        points = [point for stroke in item.strokes for point in stroke]
    else:
        points = list(item.points if isinstance(item, Polygon) else item.corners() if isinstance(item, TextRun) else [])
    xs, ys = zip(*points, strict=True)
    return (min(xs), max(xs)), (min(ys), max(ys))


def even(count: int, size: float, gap: float, breaks: tuple[int, ...], group_gap: float) -> BandScale:
    """Cells one every `size` points."""
    return spaced(tuple(map(float, range(count + 1))), size, gap, breaks, group_gap)
