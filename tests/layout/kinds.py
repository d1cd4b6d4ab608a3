"""A figure with everything that may stand on and beside a grid, made from a compiled plan."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from heatfig.plan.axis import ReferenceLine
from heatfig.plan.figure import FigurePlan
from heatfig.plan.marks import Mark
from heatfig.plan.marks.outline import Outline
from heatfig.plan.text import Stroke, Text
from heatfig.plan.tracks import Track
from heatfig.plan.tracks.bars import Bar, Bars
from heatfig.plan.tracks.box import Box, Boxes
from heatfig.plan.tracks.dendrogram import Dendrogram, Joint
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.plan.tracks.violin import Violin, Violins
from heatfig.scales.sides import Side

SPEC = """
scores: s.csv
value: v
title: Everything beside a grid
axes: {x: {column: x, group: g}, y: {column: y}}
annotations: .0f
"""
SCORES = "x,g,y,v\n" + "".join(
    f"column {x},{'first' if x < 3 else 'second'},row {y},{x + y}\n" for x in range(6) for y in range(4)
)


def with_tracks(plan: FigurePlan, side: Side, *tracks: Track, outermost: bool = False) -> FigurePlan:
    """The plan with tracks next to its first grid, or beyond all others."""
    (panel, *rest) = plan.panels
    there = panel.beside.at(side)
    shown = {side: (*there, *tracks) if outermost else (*tracks, *there)}
    beside = replace(panel.beside, **shown)
    return replace(plan, panels=(replace(panel, beside=beside), *rest))


def with_marks(plan: FigurePlan, *marks: Mark) -> FigurePlan:
    """The plan with more marks on its first grid."""
    (panel, *rest) = plan.panels
    return replace(plan, panels=(replace(panel, marks=(*panel.marks, *marks)), *rest))


def with_lines(plan: FigurePlan, axis: str, *lines: ReferenceLine) -> FigurePlan:
    """The plan with lines across its first grid."""
    (panel, *rest) = plan.panels
    if axis == "y":
        crossed = replace(panel, y=replace(panel.y, lines=lines))
    else:
        crossed = replace(panel, x=replace(panel.x, lines=lines))
    return replace(plan, panels=(crossed, *rest))


def bars(values: Sequence[float | None], low: float, high: float, ticks: Sequence[float], label: str = "") -> Bars:
    """Bars with plain labels."""
    texts = tuple(Text(f"{tick:g}".replace("-", "−")) for tick in ticks)
    bar = Bar(tuple(values), (None,) * len(values), (110, 130, 160), Text())
    return Bars(low, high, tuple(ticks), texts, Text(label), None, (bar,))


def row_texts(texts: Sequence[str], label: str = "") -> RowTexts:
    """Plain texts."""
    return RowTexts(tuple(map(Text, texts)), Text(label))


def tree(count: int) -> Dendrogram:
    """A tree in which each label joins those before it."""
    joints, at = [], 0.5
    for index in range(1, count):
        joints.append(Joint(at, index + 0.5, (index - 1) / (count - 1), 0.0, index / (count - 1)))
        at = (at + index + 0.5) / 2
    return Dendrogram(tuple(joints))


def outline(where: Sequence[Sequence[int]], union: bool = False, width: float = 1.5) -> Outline:
    """A red outline."""
    return Outline(np.array(where, bool), union, Stroke(width, (200, 30, 30)))


def line(at: float, text: str = "") -> ReferenceLine:
    """A dashed line."""
    return ReferenceLine(at, Text(text), Stroke(1.0, (0, 0, 0), "dashed"))


SCALE = (0.0, 8.0, (0.0, 8.0), (Text("0"), Text("8")), Text("spread"), None)


def violins(count: int) -> Violins:
    """Violins that are widest at 2, but the last label's, which has one number."""
    violin = Violin((0.0, 2.0, 8.0), (0.5, 1.0, 0.0))
    return Violins(*SCALE, (*[violin] * (count - 2), None, Violin((4.0,), (1.0,))), (110, 130, 160))


def boxes(count: int) -> Boxes:
    """Boxes from 2 to 4, but the last label's, which has no number."""
    return Boxes(*SCALE, (*[Box(1, 2, 3, 4, 6, (8.0,))] * (count - 1), None), (110, 130, 160))
