"""Colorbars."""

from dataclasses import dataclass
from typing import Literal

from heatfig.plan.text import Text


@dataclass(frozen=True)
class Ticks:
    """Scores that have a tick and a label on a colorbar, and those between them that have a short stroke."""

    scores: tuple[float, ...]
    labels: tuple[Text, ...]
    minor: tuple[float, ...] = ()


@dataclass(frozen=True)
class Colorbar:
    """The key to a color scale, by its id; ends are pointed where scores of its panels lie outside the range."""

    id: str
    scale: str
    label: Text
    ticks: Ticks
    below: bool
    above: bool
    kind: Literal["colorbar"] = "colorbar"
