"""Strokes of the plan as lines of the scene."""

from heatfig.layout.scene.items import Lines, Point
from heatfig.layout.scene.role import Role
from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import RGB
from heatfig.scales.words import Dash

# Lengths of line and gap in widths of the line.
_DASHES: dict[Dash, tuple[float, ...]] = {"solid": (), "dashed": (4.0, 2.5), "dotted": (1.0, 1.8)}


def stroked(role: Role, runs: tuple[tuple[Point, ...], ...], stroke: Stroke, ink: RGB) -> Lines:
    """Runs of points as that stroke; one without a colour is in that of the texts."""
    return Lines(role, runs, stroke.color or ink, stroke.width, dashes_of(stroke))


def dashes_of(stroke: Stroke) -> tuple[float, ...]:
    """Lengths of line and gap in turn; none of a solid line."""
    return tuple(length * stroke.width for length in _DASHES[stroke.dash])
